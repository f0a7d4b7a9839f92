import { mutant } from "../behaviour/variation.js";

export default mutant("reconnects-without-backoff", "Comes back at once, however often it fails", {
  channel: { backoffMs: () => 0 },
});
