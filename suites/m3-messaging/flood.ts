import { showText } from "../kit/conversation.js";
import { appliedFaults, faultsOnMessages, lastWasShown } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { untilTaken } from "../kit/waiting.js";

export default check("m3-messaging/flood", {
  requirement: "M3-94",
  needs: ["text-receive"],
  async drive(context) {
    const { meta } = context;
    const { alice, bob } = await showText(context);
    meta.arm({ fault: "ciphertext-corrupted", times: messagesInFlood });
    for (let sent = 0; sent < messagesInFlood; sent += 1) {
      await bob.send(alice.login, { type: "text", text: "Nobody will ever read this." });
    }
    const next = await bob.send(alice.login, { type: "text", text: "But this." });
    await untilTaken(context, alice, next.id);
  },
  reached(trace) {
    const [first] = faultsOnMessages(trace, "ciphertext-corrupted");
    return first !== undefined && appliedFaults(trace).length >= messagesInFlood ? first : undefined;
  },
  judge({ expect, reached: [first], trace }) {
    expect("next message shown", lastWasShown(trace), first).is(true);
  },
  hint: "Bound what you keep and log of messages that do not open: a broken session, or somebody hostile, sends thousands of them.",
  mutants: { "drowns-in-undecryptable": "next message shown" },
});

const messagesInFlood = 100;
