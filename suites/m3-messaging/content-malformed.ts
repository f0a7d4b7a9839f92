import { check } from "../kit/index.js";
import { expectNextShown, expectNotShown, reachedDeviant, sendDeviantMessage } from "../kit/deviant-message.js";

export default check("m3-messaging/content-malformed", {
  requirement: "M3-23",
  version: 2,
  needs: ["text-receive"],
  drive: async (context) => void (await sendDeviantMessage(context, { fault: "content-malformed" })),
  reached: reachedDeviant,
  judge({ expect, reached: [fault], trace }) {
    expectNotShown(expect, trace, fault);
    expectNextShown(expect, trace, fault);
  },
  hint: "Refuse content that decrypts but is no valid protobuf, show nothing of it, and go on: the ratchet has moved.",
  mutants: { "crashes-on-bad-content": "next message shown", "shows-bad-content": "message shown to the user" },
  lawful: ["asks-again-for-everything"],
});
