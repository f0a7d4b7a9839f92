import { refusesMessage } from "../kit/faults.js";

export default refusesMessage("m3-messaging/enc-missing", {
  requirement: "M3-21",
  version: 2,
  fault: "enc-missing",
  hint: "Refuse a message without enc with a nack and go on.",
  mutants: { "crashes-on-missing-enc": "next message shown" },
});
