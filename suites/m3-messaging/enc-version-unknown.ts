import { refusesOddMessage } from "../scenarios/odd-messages.js";

export default refusesOddMessage("m3-messaging/enc-version-unknown", {
  requirement: "M3-55",
  fault: "enc-version",
  hint: "Open an enc of version 2 only; what another version means is not known. Refuse it with a nack and go on.",
  mutants: { "ignores-enc-version": "message shown as it came" },
});
