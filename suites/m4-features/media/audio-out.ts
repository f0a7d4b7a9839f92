import { sendsFile } from "../../scenarios/media-out.js";

export default sendsFile("m4-features/media/audio-out", {
  requirement: "M4-03",
  type: "audio",
  mutants: { "sends-audio-as-voice": "type of file", "file-without-mime-type": "MIME type" },
});
