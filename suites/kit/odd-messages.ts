import type { FaultId } from "../../harness/ports/faults.js";
import type { Expect } from "../../harness/model/expect.js";
import type { EntryOf, Json, Trace } from "./index.js";
import { deliveries, receipts, sealedMessages, shown } from "./texts.js";

type Fault = EntryOf<"fault">;

/** This fault acted on a message to a provider that had shown the message before it. */
export function reachedOdd(trace: Trace, fault: FaultId): readonly Fault[] {
  return trace.of("fault", (entry) => {
    if (entry.fault !== fault || entry.event !== "applied" || entry.messageId === undefined) return false;
    const { messageId } = entry;
    const before = sealedMessages(trace.before(entry)).findLast((sealed) => sealed.messageId !== messageId);
    return before !== undefined && shown(trace, before.messageId).length > 0 && deliveries(trace, messageId).length > 0;
  });
}

/** The newest message that no fault touched was shown. */
export function lastWasShown(trace: Trace): boolean {
  const odd = trace.of("fault").map(({ messageId }) => messageId);
  const last = sealedMessages(trace).findLast(({ messageId }) => !odd.includes(messageId));
  return last !== undefined && shown(trace, last.messageId).length > 0;
}

/** The message that came next was shown: the odd one has not stopped the client. */
export function expectFollowerShown(expect: Expect, trace: Trace, fault: Fault): void {
  const next = sealedMessages(trace.after(fault)).find((sealed) => sealed.messageId !== fault.messageId);
  const events = next === undefined ? [] : shown(trace, next.messageId);
  expect("next message shown", events.length > 0, events[0] ?? next ?? fault).is(true);
}

/** Shown without having been asked for again: it was taken as it came. */
export function expectNotTakenAsItCame(expect: Expect, trace: Trace, fault: Fault): void {
  const id = fault.messageId ?? "";
  const events = receipts(trace, id, "retry").length > 0 ? [] : shown(trace, id);
  expect("message shown as it came", events.length === 0 ? "no" : "yes", events[0] ?? fault).is("no");
}

/** Texts of the message events of this scenario that equal `text`. */
export function shownTexts(trace: Trace, text: string): readonly EntryOf<"event">[] {
  return trace.of("event", ({ event }) => {
    const { kind, content } = event;
    return kind === "message" && typeof content === "object" && content !== null && "text" in content
      ? content["text"] === text
      : false;
  });
}

/** The text that a simulated user sealed under this id; empty when there is none. */
export function sealedText(trace: Trace, id: Json | undefined): string {
  const text = sealedMessages(trace).find((sealed) => sealed.messageId === id)?.content["text"];
  return typeof text === "string" ? text : "";
}
