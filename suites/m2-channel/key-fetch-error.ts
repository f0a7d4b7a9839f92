import { calls, ending } from "../kit/calls.js";
import { check, childOf } from "../kit/index.js";
import { deliverText } from "../kit/sending.js";
import { isOpen, isOpening, openedMessages } from "../kit/texts.js";

export default check("m2-channel/key-fetch-error", {
  requirement: "M2-72",
  needs: ["text"],
  async drive(context) {
    const { meta, wait } = context;
    const { alice, bob } = await deliverText(context);
    const carol = await meta.user();
    // Longer than any number of a simulated user, so that it is nobody's.
    const nobody = bob.jid.replace("@", "00@");
    const lost = await alice.trySend(nobody, { type: "text", text: "There is nobody to read this." });
    if (lost.ok) await alice.event("error");
    const next = await alice.trySend(carol.jid, { type: "text", text: "And yours are there too." });
    if (next.ok) await wait("opened", isOpening(next.result.id));
  },
  reached: (trace) =>
    trace.stanzas.toProvider
      .tag("iq")
      .withChild("list")
      .where(({ node }) => childOf(childOf(childOf(node, "list"), "user"), "error") !== undefined)
      .list.filter((entry) => openedMessages(trace.before(entry)).some(isOpen)),
  judge({ expect, reached: [refusal], trace }) {
    const user = childOf(childOf(refusal.node, "list"), "user")?.attrs["jid"] ?? "";
    const sent = trace.stanzas.fromProvider.tag("message").attr("to", user).list;
    expect("messages to somebody without keys", sent.length, sent[0] ?? refusal).is(0);
    const lost = calls(trace, "message.send")[1];
    const errors = trace.after(refusal).of("event", ({ event }) => event.kind === "error");
    expect(
      "failure of the message reported",
      (lost !== undefined && ending(lost) !== "ok") || errors.length > 0,
      refusal,
    ).is(true);
    const next = openedMessages(trace.after(refusal)).filter(isOpen);
    expect("messages to the next user", next.length, next[0] ?? refusal).isAtLeast(1);
  },
  hint: "Read the error inside the user element of a key answer: fail the message to that user, and nothing else.",
  mutants: { "makes-up-missing-keys": "messages to somebody without keys" },
});
