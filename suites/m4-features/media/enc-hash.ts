import { expectNoProblem, largerFiles } from "../../kit/files-out.js";
import { check } from "../../kit/index.js";
import { mediaOut } from "../../scenarios/media-out.js";

export default check("m4-features/media/enc-hash", {
  requirement: "M4-17",
  scenario: mediaOut,
  reached: (trace) => largerFiles(trace),
  judge: ({ expect, reached }) => expectNoProblem(expect, "fileEncSha256", reached, "media-enc-hash-mismatch"),
  hint: "Take fileEncSha256 over the file as it is stored: ciphertext and MAC.",
  mutants: { "enc-hash-without-mac": "fileEncSha256" },
});
