import { lawful } from "../behaviour/variation.js";

export default lawful("slow-replies", "Takes a moment before it answers", {
  channel: { answerDelayMs: 60 },
});
