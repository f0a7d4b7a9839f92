import { mutant } from "../behaviour/variation.js";

export default mutant("crashes-on-missing-enc", "Falls over when a message has no encrypted content", {
  messaging: { onRefused: (problem) => (problem.code === "not-encrypted" ? "crash" : "refuse") },
});
