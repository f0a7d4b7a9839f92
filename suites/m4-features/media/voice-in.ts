import { showsFile } from "../../scenarios/media-in.js";

export default showsFile("m4-features/media/voice-in", {
  requirement: "M4-40",
  type: "voice",
  mutants: { "shows-voice-as-audio": "type of file", "opens-documents-as-images": "file shown to the user" },
});
