import { expectNotShown } from "../../kit/deviant-message.js";
import { reachedFault } from "../../kit/files-in.js";
import { check } from "../../kit/index.js";
import { mediaDeviant } from "../../scenarios/media-deviant.js";

export default check("m4-features/media/plain-hash-wrong", {
  requirement: "M4-48",
  scenario: mediaDeviant,
  reached: (trace) => reachedFault(trace, "media-hash-wrong"),
  judge: ({ expect, reached: [fault], trace }) => expectNotShown(expect, trace, fault),
  hint: "Compare fileSha256 with what you decrypted.",
  mutants: { "skips-file-hash": "message shown to the user" },
});
