import type { ProviderUser } from "../../harness/ports/provider-side.js";
import { calls, resultMember } from "./calls.js";
import type { DriveContext, EntryOf, StanzaEntry, Trace, TraceEntry } from "./index.js";

type Sealed = EntryOf<"sealed">;
type Opened = EntryOf<"opened">;

/** What the harness asked the provider to send, by the id that the provider gave it: one text, if ids are unique. */
export function requestedTexts(trace: Trace): ReadonlyMap<string, readonly string[]> {
  const requested = new Map<string, readonly string[]>();
  for (const call of calls(trace, "message.send")) {
    const id = resultMember(call, "id");
    const { params } = call.request;
    const content = isRecord(params) ? params["content"] : undefined;
    const text = isRecord(content) ? content["text"] : undefined;
    if (id !== undefined && typeof text === "string") requested.set(id, [...(requested.get(id) ?? []), text]);
  }
  return requested;
}

/** Messages of the provider's users, as simulated users opened them; resent ones come again. */
export function openedMessages(trace: Trace): readonly Opened[] {
  // Copies for own devices, and what simulated users say to each other, are not what the provider's user said to anybody.
  return trace.of("opened", ({ by, sentTo }) => by === "provider" && sentTo === undefined);
}

/** Fits when somebody for whom this message was meant has tried to open it: not a device of the sender's own. */
export function isOpening(id: string): (entry: Opened) => boolean {
  return ({ messageId, sentTo }) => messageId === id && sentTo === undefined;
}

/** What could not be opened is judged by m3-messaging/text-out. */
export function isOpen(entry: Opened): boolean {
  return entry.error === undefined;
}

/** Message stanzas with this id on their way to the provider. */
export function deliveries(trace: Trace, id: string): readonly StanzaEntry[] {
  return trace.stanzas.toProvider.tag("message").attr("id", id).list;
}

/** Message events that the provider reported for this id. */
export function shown(trace: Trace, id: string): readonly EntryOf<"event">[] {
  return trace.of("event", ({ event }) => event.kind === "message" && event["id"] === id);
}

/** Messages of the provider's users that nobody asked for, such as repetitions of what was refused. */
export function unaskedMessages(trace: Trace, after: TraceEntry): readonly StanzaEntry[] {
  const asked = new Set(calls(trace, "message.send").map((call) => resultMember(call, "id")));
  return trace
    .after(after)
    .stanzas.fromProvider.tag("message")
    .where(({ node }) => !asked.has(node.attrs["id"])).list;
}

/** Receipts of the provider for this id; of one type, or of none ("" means delivered). */
export function receipts(trace: Trace, id: string, type?: string): readonly StanzaEntry[] {
  return trace.stanzas.fromProvider
    .tag("receipt")
    .attr("id", id)
    .where(({ node }) => type === undefined || (node.attrs["type"] ?? "") === type).list;
}

/** Receipts by which a message is taken: all but those that say that it was read, which come when the user has. */
export function answeringReceipts(trace: Trace, id: string): readonly StanzaEntry[] {
  return receipts(trace, id).filter(({ node }) => node.attrs["type"] !== "read");
}

/** Simulated user's messages of this scenario, oldest first. */
export function sealedMessages(trace: Trace): readonly Sealed[] {
  return trace.of("sealed");
}

/** Sends a text to a new provider's user and waits until it is shown and answered: proof that this direction works. */
export async function exchangeText({ meta, provider, wait }: DriveContext): Promise<{
  readonly alice: ProviderUser;
  readonly bob: Awaited<ReturnType<DriveContext["meta"]["user"]>>;
}> {
  const bob = await meta.user();
  const alice = await provider.connectedUser();
  const { id } = await bob.send(alice.login, { type: "text", text: "First, something that works." });
  await alice.event("message", (event) => event["id"] === id);
  await wait("stanza", ({ direction, node }) => direction === "in" && node.attrs["id"] === id);
  return { alice, bob };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
