import { refusesMessage } from "../kit/faults.js";

export default refusesMessage("m3-messaging/content-malformed", {
  requirement: "M3-23",
  version: 2,
  fault: "content-malformed",
  hint: "Refuse content that decrypts but is no valid protobuf, show nothing of it, and go on: the ratchet has moved.",
  mutants: { "crashes-on-bad-content": "next message shown", "shows-bad-content": "message shown to the user" },
  lawful: ["asks-again-for-everything"],
});
