import { tmpdir } from "node:os";
import { loadProfile } from "../../profiles/load.js";
import type { ProfileErrorCode } from "../../profiles/errors.js";
import { readProfile } from "../../profiles/load-file.js";
import { example, type Examples } from "./example.js";

const mine = (text: string): Promise<unknown> => readProfile(text, "mine.json");

export const profiles: Examples<ProfileErrorCode> = {
  "profile-not-found": example("A name is misspelt", () => loadProfile("whatsap")),
  "profile-unreadable": example("A folder is named", () => loadProfile(tmpdir())),
  "profile-too-large": example("A trace is named in place of a profile", () => mine(" ".repeat(1_000_001))),
  "profile-malformed": example("The file holds a list", () => mine("[]")),
  "profile-unknown-field": example("A field is misspelt", () =>
    mine('{ "extends": "whatsapp", "name": "mine", "token": { "maxBytes": 4096 } }'),
  ),
  "profile-bad-value": example("A number is given as text", () =>
    mine('{\n  "extends": "whatsapp",\n  "name": "mine",\n  "token": { "maximumBytes": "4096" }\n}'),
  ),
  "profile-missing-field": example("A value has a grade, and is not there", () =>
    mine('{ "extends": "whatsapp", "name": "mine", "token": { "maximumBytes": { "grade": "pinned" } } }'),
  ),
};
