import type { FaultRequest } from "../../harness/ports/faults.js";
import type { Expect } from "../../harness/model/expect.js";
import type { ProviderUser } from "../../harness/ports/provider-side.js";
import type { DriveContext, EntryOf, Trace } from "./index.js";
import { deliveries, exchangeText, sealedMessages, shown } from "./texts.js";

/**
 * Three messages to the provider's user: one that works, one under a fault, one that works again. The last shows that
 * the provider recovered; and because stanzas keep their order, whatever it answered to the second has arrived by then.
 */
export async function sendDeviantMessage(
  context: DriveContext,
  fault: FaultRequest,
): Promise<{ readonly alice: ProviderUser; readonly deviantId: string }> {
  const { alice, bob } = await exchangeText(context);
  context.meta.arm(fault);
  const deviant = await bob.send(alice.login, { type: "text", text: "This one is not what it should be." });
  const last = await bob.send(alice.login, { type: "text", text: "And this one is in order again." });
  await alice.event("message", (event) => event["id"] === last.id);
  await context.wait("stanza", ({ direction, node }) => direction === "in" && node.attrs["id"] === last.id);
  return { alice, deviantId: deviant.id };
}

/** The fault acted on a message to a provider that showed the one before it. */
export function reachedDeviant(trace: Trace): readonly EntryOf<"fault">[] {
  const [first] = sealedMessages(trace);
  if (first === undefined || shown(trace, first.messageId).length === 0) return [];
  return trace.of(
    "fault",
    (entry) =>
      entry.event === "applied" && entry.messageId !== undefined && deliveries(trace, entry.messageId).length > 0,
  );
}

/** A client may also ask for the message again; what it shows after that came in good order. */
export function expectNotShown(expect: Expect, trace: Trace, fault: EntryOf<"fault">): void {
  const id = fault.messageId ?? "";
  const [, again] = deliveries(trace, id);
  const events = shown(trace, id).filter(({ seq }) => again === undefined || seq < again.seq);
  expect("message shown to the user", events.length === 0 ? "no" : "yes", events[0] ?? fault).is("no");
}

export function expectNextShown(expect: Expect, trace: Trace, fault: EntryOf<"fault">): void {
  const last = sealedMessages(trace).findLast(({ messageId }) => messageId !== fault.messageId);
  const events = last === undefined ? [] : shown(trace, last.messageId);
  expect("next message shown", events.length > 0, events[0] ?? last ?? fault).is(true);
}
