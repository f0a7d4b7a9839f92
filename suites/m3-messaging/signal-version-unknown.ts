import { refusesOddMessage } from "../scenarios/odd-messages.js";

export default refusesOddMessage("m3-messaging/signal-version-unknown", {
  requirement: "M3-54",
  fault: "signal-version",
  hint: "The high nibble of the first byte is the version of the message. Read 3 only, and refuse others without falling over.",
  mutants: { "ignores-signal-version": "message shown as it came" },
});
