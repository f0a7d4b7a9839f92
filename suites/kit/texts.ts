import type { Expect } from "../../harness/model/expect.js";
import { calls, contentIn, resultMember } from "./calls.js";
import type { EntryOf, Json, StanzaEntry, Trace, TraceEntry } from "./index.js";
import { memberOf, textIn } from "./json.js";
import { expectText, textFinding } from "./odd-texts.js";

type Sealed = EntryOf<"sealed">;
type Opened = EntryOf<"opened">;
type Event = EntryOf<"event">;

/** What the harness asked the provider to send, by the id that the provider gave it: one text, if ids are unique. */
export function requestedTexts(trace: Trace): ReadonlyMap<string, readonly string[]> {
  const requested = new Map<string, readonly string[]>();
  for (const call of calls(trace, "message.send")) {
    const id = resultMember(call, "id");
    const text = textIn(contentIn(call), "text");
    if (id !== undefined && text !== undefined) requested.set(id, [...(requested.get(id) ?? []), text]);
  }
  return requested;
}

/** Messages of the provider's users, as simulated users opened them; resent ones come again. */
export function openedMessages(trace: Trace): readonly Opened[] {
  // Copies for own devices, and what simulated users say to each other, do not count.
  return trace.of("opened", ({ by, sentTo }) => by === "provider" && sentTo === undefined);
}

/** Fits when a receiver of this message has tried to open it: not a device of the sender's own. */
export function isOpening(id: string): (entry: Opened) => boolean {
  return ({ messageId, sentTo }) => messageId === id && sentTo === undefined;
}

/** What could not be opened is judged by m3-messaging/text-out. */
export function isOpen(entry: Opened): boolean {
  return entry.error === undefined;
}

/** Messages of the provider's users whose requested text fits. Wrong padding is judged by m3-messaging/padding-out. */
export function openedWith(trace: Trace, fits: (text: string) => boolean): readonly Opened[] {
  const requested = requestedTexts(trace);
  return openedMessages(trace).filter(
    (entry) => entry.error !== "bad-padding" && requested.get(entry.messageId)?.some(fits) === true,
  );
}

export function expectSameTexts(expect: Expect, trace: Trace, reached: readonly Opened[]): void {
  const requested = requestedTexts(trace);
  for (const entry of reached) {
    if (!expect("message opened by the WhatsApp user", entry.error ?? "yes", entry).is("yes")) continue;
    expect("content type", contentType(entry.content), entry).is("text");
    const wanted = requested.get(entry.messageId) ?? [];
    const found = String(entry.content?.["text"]);
    // An id that was given twice names two texts.
    if (wanted.length === 1) for (const text of wanted) expectText(expect, textFinding(text), found, text, entry);
    else expect("text", found, entry).isOneOf(wanted);
  }
}

/** With the numbers of the fields, if no content that is known has them. */
function contentType(content: Opened["content"]): string | undefined {
  const type = content?.type;
  const fields = content?.["fields"];
  return Array.isArray(fields) ? `${type} (field ${fields.join(", ")})` : type;
}

/** Ratchet key and counter name a message key: no two messages may name the same. Counters of a chain go up. */
export function expectKeysOnce(expect: Expect, messages: readonly Opened[]): void {
  const keys = messages.map(({ inspection }) => `${inspection?.ratchetKey.slice(0, 16)} ${inspection?.counter}`);
  expect("message keys", keys, messages.at(-1)).isUnique();
  const newest = new Map<string, number>();
  for (const entry of messages) {
    const { ratchetKey = "", counter = 0 } = entry.inspection ?? {};
    expect("counter in its chain", counter, entry).isAtLeast(newest.get(ratchetKey) ?? 0);
    newest.set(ratchetKey, counter);
  }
}

/** Messages of the provider's users that the harness did not ask for, such as repetitions of what was refused. */
export function unaskedMessages(trace: Trace, after: TraceEntry): readonly StanzaEntry[] {
  const asked = new Set(calls(trace, "message.send").map((call) => resultMember(call, "id")));
  return trace
    .after(after)
    .stanzas.fromProvider.tag("message")
    .where(({ node }) => !asked.has(node.attrs["id"])).list;
}

/** Simulated user's messages of this scenario, oldest first. */
export function sealedMessages(trace: Trace): readonly Sealed[] {
  return trace.of("sealed");
}

/** The text that a simulated user sealed under this id; empty when there is none. */
export function sealedText(trace: Trace, id: Json | undefined): string {
  return textIn(sealedMessages(trace).find((sealed) => sealed.messageId === id)?.content, "text") ?? "";
}

/** Id of a message that was never sent. */
export const neverSent = "3EB0FFFFFFFFFFFFFFFFFF";

/** Message stanzas with this id on their way to the provider. */
export function deliveries(trace: Trace, id: string): readonly StanzaEntry[] {
  return trace.stanzas.toProvider.tag("message").attr("id", id).list;
}

/** Message events that the provider reported for this id. */
export function shown(trace: Trace, id: string): readonly Event[] {
  return trace.of("event", ({ event }) => event.kind === "message" && event["id"] === id);
}

/** Shown once, as its sender wrote it, and never asked for. `what`: "the late message", for example. */
export function expectTaken(expect: Expect, trace: Trace, entry: Sealed, what: string): void {
  const { messageId, user } = entry;
  const events = shown(trace, messageId).filter(({ event }) => event["from"] === user);
  expect(`times ${what} is shown`, events.length, events.at(-1) ?? entry).is(1);
  const [event] = events;
  if (event !== undefined)
    expect(`text of ${what}`, textIn(event.event["content"], "text"), event).is(textIn(entry.content, "text"));
  const retries = trace.stanzas.fromProvider
    .tag("receipt")
    .attr("id", messageId)
    .attr("type", "retry")
    .attr("to", user).list;
  expect(`retry receipts for ${what}`, retries.length, retries[0] ?? entry).is(0);
}

/** What a simulated user sealed with this text; the first of several. */
export function sealedWith(trace: Trace, text: string): readonly Sealed[] {
  return sealedMessages(trace)
    .filter(({ content }) => textIn(content, "text") === text)
    .slice(0, 1);
}

/** Message events with this text, under any id. */
export function shownTexts(trace: Trace, text: string): readonly Event[] {
  return trace.of("event", ({ event }) => event.kind === "message" && memberOf(event["content"], "text") === text);
}
