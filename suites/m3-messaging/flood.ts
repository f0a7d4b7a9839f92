import { check } from "../kit/index.js";
import { lastWasShown, reachedOdd } from "../kit/odd-messages.js";
import { appliedFaults } from "../kit/refusals.js";
import { exchangeText } from "../kit/texts.js";

export default check("m3-messaging/flood", {
  requirement: "M3-94",
  needs: ["text-receive"],
  async drive(context) {
    const { meta, wait } = context;
    const { alice, bob } = await exchangeText(context);
    meta.arm({ fault: "ciphertext-corrupted", times: messagesInFlood });
    for (let sent = 0; sent < messagesInFlood; sent += 1) {
      await bob.send(alice.login, { type: "text", text: "Nobody will ever read this." });
    }
    const next = await bob.send(alice.login, { type: "text", text: "But this." });
    await alice.event("message", (event) => event["id"] === next.id);
    await wait("stanza", ({ direction, node }) => direction === "in" && node.attrs["id"] === next.id);
  },
  reached(trace) {
    const [first] = reachedOdd(trace, "ciphertext-corrupted");
    return first !== undefined && appliedFaults(trace).length >= messagesInFlood ? first : undefined;
  },
  judge({ expect, reached: [first], trace }) {
    expect("next message shown", lastWasShown(trace), first).is(true);
  },
  hint: "Bound what you keep and log of messages that do not open: a broken session, or somebody hostile, sends thousands of them.",
  mutants: { "drowns-in-undecryptable": "next message shown" },
});

const messagesInFlood = 100;
