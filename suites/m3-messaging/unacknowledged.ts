import { calls, ending, resultMember } from "../kit/calls.js";
import { deliverText } from "../kit/conversation.js";
import { faultsAfterText } from "../kit/faults.js";
import { check, type EntryOf, type Trace } from "../kit/index.js";
import { openedMessages } from "../kit/texts.js";

export default check("m3-messaging/unacknowledged", {
  requirement: "M3-92",
  needs: ["text", "timing"],
  timeBound: "a message without an ack is reported or sent again within the reply time",
  async drive(context) {
    const { meta } = context;
    const { alice, bob } = await deliverText(context);
    meta.arm({ fault: "message-lost" });
    const lost = await alice.trySend(bob.jid, { type: "text", text: "This one is lost on its way." });
    const { entries } = meta.journal;
    const arrived = lost.ok && entries.some((entry) => entry.kind === "opened" && entry.messageId === lost.result.id);
    if (lost.ok && !arrived) await alice.event("error");
    await alice.trySend(bob.jid, { type: "text", text: "And this one arrives again." });
  },
  reached: faultsAfterText,
  judge({ expect, reached: [fault], trace }) {
    const outcome = outcomeOf(trace, fault);
    const call = calls(trace, "message.send")[1];
    expect("message that the server did not acknowledge", outcome, call?.response ?? fault).isOneOf([
      "reported as failed",
      "sent again under its id",
    ]);
  },
  hint: "A message is sent when the server's ack for its id has come. Without one send it again under the same id, or report that it failed.",
  mutants: {
    "claims-sent-at-once": "message that the server did not acknowledge",
    "sends-again-as-new": "message that the server did not acknowledge",
  },
  lawful: ["repeats-unanswered-message"],
});

function outcomeOf(trace: Trace, fault: EntryOf<"fault">): string {
  const later = trace.after(fault);
  const arrived = new Set(openedMessages(later).map((entry) => entry.messageId));
  if (arrived.has(fault.messageId ?? "")) return "sent again under its id";
  const call = calls(trace, "message.send")[1];
  if (call === undefined || ending(call) !== "ok") return "reported as failed";
  if (arrived.has(resultMember(call, "id") ?? "")) return "sent again under another id";
  return later.of("event", ({ event }) => event.kind === "error").length > 0
    ? "reported as failed"
    : "reported as sent";
}
