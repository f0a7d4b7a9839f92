import { mutant } from "../behaviour/variation.js";
import { chatstate } from "../stanzas/chatstate.js";

export default mutant("typing-swapped", "Says paused for composing and the other way round", {
  features: { typing: (to, state) => chatstate(to, state === "paused" ? "composing" : "paused") },
});
