import { showText } from "../kit/conversation.js";
import { appliedFaults } from "../kit/faults.js";
import { check, type TraceEntry } from "../kit/index.js";
import { receipts } from "../kit/receipts.js";
import { deliveries, shown } from "../kit/texts.js";
import { isAnswerTo } from "../kit/waiting.js";

export default check("m3-messaging/redelivered", {
  requirement: "M3-87",
  version: 3,
  needs: ["text-receive"],
  async drive(context) {
    const { meta, wait } = context;
    const { alice, bob } = await showText(context);
    // Each receipt gets lost twice: after the message, and after it came again.
    meta.arm({ fault: "receipt-lost", times: 2 * texts.length });
    const ids: string[] = [];
    for (const text of texts) ids.push((await bob.send(alice.login, { type: "text", text })).id);
    for (const id of ids) await alice.event("message", (event) => event["id"] === id);
    let since: TraceEntry | undefined;
    for (const id of ids)
      since = (await wait("fault", (entry) => entry.messageId === id && entry.event === "applied")) ?? since;
    for (let login = 1; login <= 2; login += 1) {
      if (since === undefined) return;
      if (login === 2) meta.arm({ fault: "message-time-changed", times: texts.length, params: { seconds: 7 } });
      meta.session(alice.login)?.drop();
      await alice.connect();
      const after = since;
      for (const id of ids) {
        const again = await wait("stanza", ({ direction, node }) => direction === "out" && node.attrs["id"] === id, {
          after,
        });
        if (again === undefined) return;
        since = await wait("stanza", isAnswerTo(id), { after: again });
      }
    }
  },
  reached(trace) {
    // The lost receipts were for messages that had been shown.
    const lost = new Map(appliedFaults(trace, "receipt-lost").map((fault) => [fault.messageId ?? "", fault]));
    return [...lost].flatMap(([id]) => {
      const [, ...again] = deliveries(trace, id);
      return again.filter((each) => shown(trace.before(each), id).length > 0);
    });
  },
  judge({ expect, reached, trace }) {
    for (const again of reached) {
      const id = again.node.attrs["id"] ?? "";
      const events = shown(trace, id);
      expect("times the redelivered message is shown", events.length, events.at(-1) ?? again).is(1);
      const later = trace.after(again);
      const acks = later.stanzas.fromProvider.tag("ack").attr("id", id).list;
      const answers = [...receipts(later, id), ...acks];
      expect("answers to the redelivered message", answers.length > 0, answers[0] ?? again).is(true);
      const retries = receipts(trace, id, "retry");
      expect("retry receipts for the redelivered message", retries.length, retries[0] ?? again).is(0);
    }
  },
  hint: "A message whose receipt was lost comes again after the next login: answer it again, and do not show it again.",
  mutants: {
    "shows-duplicates": "times the redelivered message is shown",
    "upload-duplicate-ids": "retry receipts for the redelivered message",
    "upload-zero-id": "retry receipts for the redelivered message",
    "retries-duplicates": "retry receipts for the redelivered message",
    "forgets-skipped-keys": "retry receipts for the redelivered message",
    "asks-for-older-copies": "retry receipts for the redelivered message",
    "loses-first-waiting-message": "answers to the redelivered message",
    "no-receipt-for-redelivery": "answers to the redelivered message",
  },
  lawful: ["nacks-instead-of-silence", "receipts-in-list"],
});

const texts = ["The receipt for this one gets lost.", "For this one too.", "And for this one."];
