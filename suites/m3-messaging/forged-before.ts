import { converse, establish } from "../kit/conversation.js";
import { faultsOnMessages } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { shown } from "../kit/texts.js";

export default check("m3-messaging/forged-before", {
  requirement: "M3-210",
  needs: ["text", "text-receive"],
  async drive(context) {
    const { meta } = context;
    const { alice, hears, hearsUnder, says } = await establish(context);
    // The first message of a chain, and one behind it.
    await hearsUnder("message-forged", "Somebody writes in my name.");
    await hears("But only this is mine.");
    await hearsUnder("message-forged", "They do not stop.");
    await hears("Neither do I.");
    await says("I know you.");
    // A first message.
    const carol = await meta.user();
    meta.arm({ fault: "message-forged" });
    await carol.send(alice.login, { type: "text", text: "We have not met." });
    await converse(context, { alice, bob: carol }).hears("I am real.");
  },
  reached: (trace) => faultsOnMessages(trace, "message-forged"),
  judge({ expect, reached, trace }) {
    for (const fault of reached) {
      const events = shown(trace, fault.messageId ?? "");
      expect(
        "times a message is shown that comes behind a forged copy of it",
        events.length,
        events.at(-1) ?? fault,
      ).is(1);
    }
  },
  hint: "Store the new state of a session only when a message has opened: a forged one must not use up the key of the real one.",
  mutants: { "goes-on-after-forgery": "times a message is shown that comes behind a forged copy of it" },
});
