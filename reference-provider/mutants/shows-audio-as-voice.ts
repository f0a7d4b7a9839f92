import { mutant } from "../behaviour/variation.js";

export default mutant("shows-audio-as-voice", "Shows audio files as voice messages", {
  files: {
    shown: (file) => (file.kind === "audio" ? { ...file, kind: "voice" } : file),
  },
});
