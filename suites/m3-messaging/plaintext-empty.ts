import { refusesOddMessage } from "../scenarios/odd-messages.js";

export default refusesOddMessage("m3-messaging/plaintext-empty", {
  requirement: "M3-23",
  fault: "plaintext-empty",
  hint: "A plaintext of no bytes has no padding and no content: refuse it, show nothing, and go on.",
  mutants: { "crashes-on-bad-content": "next message shown", "shows-bad-content": "message shown as it came" },
});
