import { builtInProfile, isBuiltIn, type LoadedProfile } from "./built-in.js";

/**
 * Loads a built-in profile by name, or a file. A file may hold `"extends": "whatsapp"` and then only what differs, each
 * value bare or as `{ value, grade, source }`; a bare value has grade `pinned`.
 *
 * @throws ProfileError with one problem for each thing that is wrong in the file.
 */
export async function loadProfile(nameOrFile: string): Promise<LoadedProfile> {
  if (isBuiltIn(nameOrFile)) return builtInProfile(nameOrFile);
  const { loadProfileFile } = await import("./load-file.js");
  return loadProfileFile(nameOrFile);
}
