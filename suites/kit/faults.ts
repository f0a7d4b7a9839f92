import type { Expect } from "../../harness/model/expect.js";
import type { FaultId, FaultRequest } from "../../harness/ports/faults.js";
import type { ProviderUser } from "../../harness/ports/provider-side.js";
import { showText } from "./conversation.js";
import { check, type Check, type CheckRow, type DriveContext, type EntryOf, type Trace } from "./index.js";
import { receipts } from "./receipts.js";
import { deliveries, isOpen, openedMessages, sealedMessages, shown } from "./texts.js";
import { untilTaken } from "./waiting.js";

type Fault = EntryOf<"fault">;

/** The faults that acted; all of them, or those with this id. */
export function appliedFaults(trace: Trace, id?: FaultId): readonly Fault[] {
  return trace.of("fault", ({ event, fault }) => event === "applied" && (id === undefined || fault === id));
}

/** The faults that acted, if a text of the provider's user had been opened before the first of them. */
export function faultsAfterText(trace: Trace): readonly Fault[] {
  const faults = appliedFaults(trace);
  const [first] = faults;
  return first !== undefined && openedMessages(trace.before(first)).some(isOpen) ? faults : [];
}

/** This fault acted on a message to a provider that had shown the message before it. */
export function faultsOnMessages(trace: Trace, id: FaultId): readonly Fault[] {
  return appliedFaults(trace, id).filter((entry) => {
    const { messageId } = entry;
    const before = sealedMessages(trace.before(entry)).findLast((sealed) => sealed.messageId !== messageId);
    return (
      messageId !== undefined &&
      before !== undefined &&
      shown(trace, before.messageId).length > 0 &&
      deliveries(trace, messageId).length > 0
    );
  });
}

/** The newest message that no fault touched was shown. */
export function lastWasShown(trace: Trace): boolean {
  const faulty = trace.of("fault").map(({ messageId }) => messageId);
  const last = sealedMessages(trace).findLast(({ messageId }) => !faulty.includes(messageId));
  return last !== undefined && shown(trace, last.messageId).length > 0;
}

/** The message that came next was shown: the faulty one has not stopped the client. */
export function expectFollowerShown(expect: Expect, trace: Trace, fault: Fault): void {
  const next = sealedMessages(trace.after(fault)).find((sealed) => sealed.messageId !== fault.messageId);
  const events = next === undefined ? [] : shown(trace, next.messageId);
  expect("next message shown", events.length > 0, events[0] ?? next ?? fault).is(true);
}

/** Not shown, or only after the client had asked for it again: it was not taken as it came. */
export function expectNotTakenAsItCame(expect: Expect, trace: Trace, fault: Fault): void {
  const id = fault.messageId ?? "";
  const events = receipts(trace, id, "retry").length > 0 ? [] : shown(trace, id);
  expect("message shown as it came", events.length === 0 ? "no" : "yes", events[0] ?? fault).is("no");
}

/** Not shown before the sender sent it once more. */
export function expectNotShown(expect: Expect, trace: Trace, fault: Fault): void {
  const id = fault.messageId ?? "";
  const [, again] = deliveries(trace, id);
  const events = shown(trace, id).filter(({ seq }) => again === undefined || seq < again.seq);
  expect("message shown to the user", events.length === 0 ? "no" : "yes", events[0] ?? fault).is("no");
}

/** A copy of a message that was opened already is taken in silence. */
export function expectTakenOnce(expect: Expect, trace: Trace, fault: Fault): void {
  const id = fault.messageId ?? "";
  const events = shown(trace, id);
  expect("times the message is shown", events.length, events.at(-1) ?? fault).is(1);
  const retries = receipts(trace, id, "retry");
  expect("retry receipts for the copy", retries.length, retries[0] ?? fault).is(0);
}

/**
 * Three messages to the provider's user: one that works, one under a fault, one that works again. The last shows that
 * the provider recovered. Stanzas keep their order, so what it answered to the second has arrived by then.
 */
export async function sendDeviantMessage(
  context: DriveContext,
  fault: FaultRequest,
): Promise<{ readonly alice: ProviderUser; readonly deviantId: string }> {
  const { alice, bob } = await showText(context);
  context.meta.arm(fault);
  const deviant = await bob.send(alice.login, { type: "text", text: "This one is not what it should be." });
  const last = await bob.send(alice.login, { type: "text", text: "And this one is in order again." });
  await untilTaken(context, alice, last.id);
  return { alice, deviantId: deviant.id };
}

/** The fault acted on a message to a provider that showed the one before it. */
export function reachedDeviant(trace: Trace): readonly Fault[] {
  const [first] = sealedMessages(trace);
  if (first === undefined || shown(trace, first.messageId).length === 0) return [];
  return appliedFaults(trace).filter(
    ({ messageId }) => messageId !== undefined && deliveries(trace, messageId).length > 0,
  );
}

/** A message between two in order must not be shown, and the one behind it must be. */
export function refusesMessage(id: string, row: CheckRow & { readonly fault: FaultId }): Check {
  return check(id, {
    ...row,
    needs: ["text-receive"],
    drive: async (context) => void (await sendDeviantMessage(context, { fault: row.fault })),
    reached: reachedDeviant,
    judge({ expect, reached: [fault], trace }) {
      expectNotShown(expect, trace, fault);
      const last = sealedMessages(trace).findLast(({ messageId }) => messageId !== fault.messageId);
      const events = last === undefined ? [] : shown(trace, last.messageId);
      expect("next message shown", events.length > 0, events[0] ?? last ?? fault).is(true);
    },
  });
}
