import { mutant } from "../behaviour/variation.js";

export default mutant("constant-backoff", "Waits equally long before each attempt to come back", {
  channel: { backoffMs: (_attempt, base, random) => base + random.int(base) },
});
