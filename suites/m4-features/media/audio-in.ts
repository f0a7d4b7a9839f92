import { showsFile } from "../../scenarios/media-in.js";

export default showsFile("m4-features/media/audio-in", {
  requirement: "M4-39",
  type: "audio",
  mutants: { "shows-audio-as-voice": "type of file", "opens-documents-as-images": "file shown to the user" },
});
