import { sendsFile } from "../../scenarios/media-out.js";

export default sendsFile("m4-features/media/voice-out", {
  requirement: "M4-04",
  type: "voice",
  mutants: { "sends-voice-as-audio": "type of file", "file-without-mime-type": "MIME type" },
  lawful: ["tight-mime-types"],
});
