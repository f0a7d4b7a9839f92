import { calls, isReportedAsFailed } from "../kit/calls.js";
import { deliverText, tryToSay } from "../kit/conversation.js";
import { check, childOf } from "../kit/index.js";
import { isOpen, openedMessages } from "../kit/texts.js";

export default check("m2-channel/key-fetch-error", {
  requirement: "M2-72",
  needs: ["text"],
  async drive(context) {
    const { alice, bob } = await deliverText(context);
    const carol = await context.meta.user();
    // Longer than any number of a simulated user, so no user has it.
    const nobody = bob.jid.replace("@", "00@");
    const lost = await alice.trySend(nobody, { type: "text", text: "There is nobody to read this." });
    if (lost.ok) await alice.event("error");
    await tryToSay(context, alice, carol.jid, "And yours are there too.");
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
    const reported = isReportedAsFailed(calls(trace, "message.send")[1], trace, refusal);
    expect("failure of the message reported", reported, refusal).is(true);
    const next = openedMessages(trace.after(refusal)).filter(isOpen);
    expect("messages to the next user", next.length, next[0] ?? refusal).isAtLeast(1);
  },
  hint: "Read the error inside the user element of a key answer: fail the message to that user, and nothing else.",
  mutants: { "makes-up-missing-keys": "messages to somebody without keys" },
});
