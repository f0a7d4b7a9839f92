import { check } from "../kit/index.js";
import { expectNextShown, expectNotShown, reachedDeviant, sendDeviantMessage } from "../kit/deviant-message.js";

export default check("m3-messaging/plaintext-downgrade", {
  requirement: "M3-19",
  version: 2,
  needs: ["text-receive"],
  drive: async (context) => void (await sendDeviantMessage(context, { fault: "plaintext-downgrade" })),
  reached: reachedDeviant,
  judge({ expect, reached: [fault], trace }) {
    expectNotShown(expect, trace, fault);
    expectNextShown(expect, trace, fault);
  },
  hint: "Never show content that did not come out of a decryption: a plaintext child in a chat is an attack on its encryption.",
  mutants: { "delivers-plaintext": "message shown to the user", "crashes-on-missing-enc": "next message shown" },
});
