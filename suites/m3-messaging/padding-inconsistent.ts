import { refusesMessage } from "../kit/faults.js";

export default refusesMessage("m3-messaging/padding-inconsistent", {
  requirement: "M3-24",
  version: 2,
  fault: "padding-inconsistent",
  hint: "Compare all padding bytes with their number, and refuse content whose padding does not fit.",
  mutants: {
    "accepts-bad-padding": "message shown to the user",
    "shows-bad-content": "message shown to the user",
    "crashes-on-bad-content": "next message shown",
  },
});
