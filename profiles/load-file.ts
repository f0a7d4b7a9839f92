import { readFile } from "node:fs/promises";
import { reasonOf } from "../core/coded-error.js";
import { besideThis, builtInLayers, builtInProfiles, isBuiltIn, type LoadedProfile } from "./built-in.js";
import { ProfileError, type ProfileErrorCode } from "./errors.js";
import { suggestion } from "../core/nearest.js";
import { parseProfileText } from "./parse.js";
import { resolveProfile } from "./resolve.js";
import { profileValidator } from "./validate.js";

/** A profile of the user's own. @throws ProfileError */
export async function loadProfileFile(file: string): Promise<LoadedProfile> {
  return readProfile(await readText(file), file);
}

/** The text of a profile file; `file` is its name in messages. @throws ProfileError */
export async function readProfile(text: string, file: string): Promise<LoadedProfile> {
  const layer = parseProfileText(text, file);
  const schema = JSON.parse(await readFile(besideThis("profile.schema.json"), "utf8")) as object;
  const [first, ...rest] = profileValidator(schema)(layer);
  if (first !== undefined) throw new ProfileError(file, [first, ...rest]);
  const parent = layer.root["extends"];
  const below = builtInLayers(typeof parent === "string" && isBuiltIn(parent) ? parent : "whatsapp");
  return { ...resolveProfile(parent === undefined ? [layer] : [...below, layer], below[0]), file };
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    const absent = typeof cause === "object" && cause !== null && "code" in cause && cause.code === "ENOENT";
    const code: ProfileErrorCode = absent ? "profile-not-found" : "profile-unreadable";
    const known = `built-in profiles are: ${builtInProfiles.join(", ")}${suggestion(file, builtInProfiles)}`;
    const message = absent ? `there is neither a file nor a built-in profile of this name; ${known}` : reasonOf(cause);
    throw new ProfileError(file, [{ code, path: "", line: 0, message }], { cause });
  }
}
