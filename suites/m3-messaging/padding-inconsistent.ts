import { check } from "../kit/index.js";
import { expectNextShown, expectNotShown, reachedDeviant, sendDeviantMessage } from "../kit/deviant-message.js";

export default check("m3-messaging/padding-inconsistent", {
  requirement: "M3-24",
  version: 2,
  needs: ["text-receive"],
  drive: async (context) => void (await sendDeviantMessage(context, { fault: "padding-inconsistent" })),
  reached: reachedDeviant,
  judge({ expect, reached: [fault], trace }) {
    expectNotShown(expect, trace, fault);
    expectNextShown(expect, trace, fault);
  },
  hint: "Compare all padding bytes with their number, and refuse content whose padding does not fit.",
  mutants: {
    "accepts-bad-padding": "message shown to the user",
    "shows-bad-content": "message shown to the user",
    "crashes-on-bad-content": "next message shown",
  },
});
