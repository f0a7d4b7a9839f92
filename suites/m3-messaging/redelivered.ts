import { showText } from "../kit/conversation.js";
import { appliedFaults } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { receipts } from "../kit/receipts.js";
import { deliveries, shown } from "../kit/texts.js";
import { isAnswerTo } from "../kit/waiting.js";

export default check("m3-messaging/redelivered", {
  requirement: "M3-87",
  version: 2,
  needs: ["text-receive"],
  async drive(context) {
    const { meta, wait } = context;
    const { alice, bob } = await showText(context);
    meta.arm({ fault: "receipt-lost" });
    const { id } = await bob.send(alice.login, { type: "text", text: "The receipt for this one gets lost." });
    const lost = await wait("fault", (entry) => entry.event === "applied");
    if (lost === undefined) return;
    await alice.event("message", (event) => event["id"] === id);
    meta.session(alice.login)?.drop();
    await alice.connect();
    const again = await wait("stanza", ({ direction, node }) => direction === "out" && node.attrs["id"] === id, {
      after: lost,
    });
    if (again === undefined) return;
    await wait("stanza", isAnswerTo(id), { after: again });
  },
  reached(trace) {
    const [fault] = appliedFaults(trace);
    const id = fault?.messageId ?? "";
    if (fault === undefined) return [];
    // The lost receipt was for a message that had been shown.
    return deliveries(trace.after(fault), id).filter((again) => shown(trace.before(again), id).length > 0);
  },
  judge({ expect, reached: [again], trace }) {
    const id = again.node.attrs["id"] ?? "";
    const events = shown(trace, id);
    expect("times the redelivered message is shown", events.length, events.at(-1) ?? again).is(1);
    const later = trace.after(again);
    const acks = later.stanzas.fromProvider.tag("ack").attr("id", id).list;
    const answers = [...receipts(later, id), ...acks];
    expect("answers to the redelivered message", answers.length > 0, answers[0] ?? again).is(true);
    const retries = receipts(trace, id, "retry");
    expect("retry receipts for the redelivered message", retries.length, retries[0] ?? again).is(0);
  },
  hint: "A message whose receipt was lost comes again after the next login: answer it again, and do not show it again.",
  mutants: {
    "shows-duplicates": "times the redelivered message is shown",
    "upload-duplicate-ids": "retry receipts for the redelivered message",
    "upload-zero-id": "retry receipts for the redelivered message",
    "retries-duplicates": "retry receipts for the redelivered message",
    "no-receipt-for-redelivery": "answers to the redelivered message",
  },
  lawful: ["nacks-instead-of-silence"],
});
