import { mutant } from "../behaviour/variation.js";
import { chatstate } from "../stanzas/chatstate.js";

export default mutant("typing-never-paused", "Does not tell when the user stops typing", {
  features: { typing: (to, state) => (state === "paused" ? undefined : chatstate(to, state)) },
});
