import { builtInProfile, builtInProfiles, isBuiltIn, type LoadedProfile } from "./built-in.js";
import { ProfileError } from "./errors.js";

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

/**
 * A built-in profile by name, or what a profile file would hold as a value. Reads no file of the user.
 *
 * @throws ProfileError
 */
export async function loadedProfile(nameOrValue: string | object): Promise<LoadedProfile> {
  if (typeof nameOrValue === "string" && isBuiltIn(nameOrValue)) return builtInProfile(nameOrValue);
  if (typeof nameOrValue === "string") throw unknownProfile(nameOrValue);
  const { readProfile } = await import("./load-file.js");
  return readProfile(JSON.stringify(nameOrValue), "given as a value");
}

function unknownProfile(name: string): ProfileError {
  const message = `there is no built-in profile of this name; built-in profiles are: ${builtInProfiles.join(", ")}`;
  return new ProfileError(name.slice(0, 100), [{ code: "profile-not-found", path: "", line: 0, message }]);
}
