import { refusesMessage } from "../kit/faults.js";

export default refusesMessage("m3-messaging/enc-type-unknown", {
  requirement: "M3-20",
  version: 2,
  fault: "enc-type-unknown",
  hint: "Leave an enc of unknown type unopened, refuse it with a nack, and go on.",
  mutants: { "ignores-enc-type": "message shown to the user" },
  lawful: ["asks-again-for-everything"],
});
