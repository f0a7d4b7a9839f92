import { mutant } from "../behaviour/variation.js";

export default mutant("sends-voice-as-audio", "Sends voice messages as audio files", {
  files: {
    content: (content) => (content.kind === "voice" ? { ...content, kind: "audio" } : content),
  },
});
