import { check } from "../kit/index.js";
import { expectNextShown, expectNotShown, reachedDeviant, sendDeviantMessage } from "../kit/deviant-message.js";

export default check("m3-messaging/enc-missing", {
  requirement: "M3-21",
  version: 2,
  needs: ["text-receive"],
  drive: async (context) => void (await sendDeviantMessage(context, { fault: "enc-missing" })),
  reached: reachedDeviant,
  judge({ expect, reached: [fault], trace }) {
    expectNotShown(expect, trace, fault);
    expectNextShown(expect, trace, fault);
  },
  hint: "Refuse a message without enc with a nack and go on.",
  mutants: { "crashes-on-missing-enc": "next message shown" },
});
