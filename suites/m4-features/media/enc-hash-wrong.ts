import { expectNotShown } from "../../kit/deviant-message.js";
import { reachedFault } from "../../kit/files-in.js";
import { check } from "../../kit/index.js";
import { mediaDeviant } from "../../scenarios/media-deviant.js";

export default check("m4-features/media/enc-hash-wrong", {
  requirement: "M4-47",
  scenario: mediaDeviant,
  reached: (trace) => reachedFault(trace, "media-enc-hash-wrong"),
  judge: ({ expect, reached: [fault], trace }) => expectNotShown(expect, trace, fault),
  hint: "Compare fileEncSha256 with what you fetched.",
  mutants: { "skips-file-enc-hash": "message shown to the user" },
});
