import { mutant } from "../behaviour/variation.js";

const malformed: ReadonlySet<string> = new Set([
  "truncated",
  "trailing-bytes",
  "bad-list",
  "bad-token",
  "bad-compression",
]);

export default mutant("crashes-on-malformed-stanza", "Falls over when a frame holds no stanza", {
  channel: { onBadFrame: (code) => (malformed.has(code) ? "crash" : "close") },
});
