import { mutant } from "../behaviour/variation.js";

export default mutant("shows-voice-as-audio", "Shows voice messages as audio files", {
  files: {
    shown: (file) => (file.kind === "voice" ? { ...file, kind: "audio" } : file),
  },
});
