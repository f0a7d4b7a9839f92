import { calls, ending } from "../kit/calls.js";
import { deliverText, tryToSay } from "../kit/conversation.js";
import { faultsAfterText } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { isOpen, openedMessages } from "../kit/texts.js";

export default check("m3-messaging/bundle-bad-width", {
  requirement: "M3-60",
  needs: ["text"],
  async drive(context) {
    const { meta } = context;
    const { alice } = await deliverText(context);
    for (const part of ["identity", "signed-key", "signature", "one-time-key"]) {
      const bob = await meta.user();
      meta.arm({ fault: "bundle-bad-width", params: { part } });
      await tryToSay(context, alice, bob.jid, `A byte of your ${part} is missing.`);
    }
  },
  reached: faultsAfterText,
  judge({ expect, reached: [fault], trace }) {
    const closed = openedMessages(trace.after(fault)).filter((entry) => !isOpen(entry));
    expect("messages that nobody can open", closed.length, closed[0] ?? fault).is(0);
    for (const call of calls(trace.after(fault), "message.send")) {
      const left = openedMessages(trace.after(call.request)).length > 0;
      if (!left) expect("answer to message.send", ending(call), call.response).isNot("ok");
    }
  },
  hint: "Measure every part of a bundle before you use it; with a part too short or too long, leave that user out and say so.",
  mutants: { "pads-short-keys": "messages that nobody can open" },
});
