import { expectSameFiles, largerFiles } from "../../kit/files-out.js";
import { check } from "../../kit/index.js";
import { mediaOut } from "../../scenarios/media-out.js";

export default check("m4-features/media/voice-out", {
  requirement: "M4-04",
  scenario: mediaOut,
  needs: ["voice"],
  reached: (trace) => largerFiles(trace, "voice"),
  judge: ({ expect, reached, trace }) => expectSameFiles(expect, trace, reached),
  hint: "Encrypt the file as it is, put it on your media host, and say its type and MIME type in the message.",
  mutants: { "sends-voice-as-audio": "type of file" },
  lawful: ["tight-mime-types"],
});
