import { mutant } from "../behaviour/variation.js";

export default mutant("sends-audio-as-voice", "Sends audio files as voice messages", {
  files: {
    content: (content) => (content.kind === "audio" ? { ...content, kind: "voice" } : content),
  },
});
