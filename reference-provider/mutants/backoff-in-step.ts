import { mutant } from "../behaviour/variation.js";

export default mutant(
  "backoff-in-step",
  "Doubles its pauses to the millisecond, so that all clients come back together",
  {
    channel: { backoffMs: (attempt, base) => base * 2 ** Math.min(attempt, 6) },
  },
);
