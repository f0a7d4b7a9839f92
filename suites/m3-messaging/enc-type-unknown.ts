import { check } from "../kit/index.js";
import { expectNextShown, expectNotShown, reachedDeviant, sendDeviantMessage } from "../kit/deviant-message.js";

export default check("m3-messaging/enc-type-unknown", {
  requirement: "M3-20",
  version: 2,
  needs: ["text-receive"],
  drive: async (context) => void (await sendDeviantMessage(context, { fault: "enc-type-unknown" })),
  reached: reachedDeviant,
  judge({ expect, reached: [fault], trace }) {
    expectNotShown(expect, trace, fault);
    expectNextShown(expect, trace, fault);
  },
  hint: "Leave an enc of unknown type unopened, refuse it with a nack, and go on.",
  mutants: { "ignores-enc-type": "message shown to the user" },
  lawful: ["asks-again-for-everything"],
});
