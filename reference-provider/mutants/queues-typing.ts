import { mutant } from "../behaviour/variation.js";

export default mutant("queues-typing", "Keeps a typing state until the user is connected again", {
  features: { typingWhileAway: "queued" },
});
