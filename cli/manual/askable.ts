import { isRecord } from "../../core/is-record.js";
import type { EntryOf, Json, SealedEntry, TraceEntry } from "../../harness/model/trace.js";
import { idsOf, textOf, toApp } from "./wire.js";
import { contactInWords, quoted } from "./words.js";

/** Something that only the person can see, and the event of the driver protocol that a "yes" means. */
export interface Askable {
  /** Of several entries with the same key, one is asked about. */
  readonly key: string;
  readonly question: string;
  readonly lines: readonly string[];
  readonly event: { readonly kind: string } & { readonly [name: string]: Json };
}

/**
 * What reached the app of this login and was not asked about, oldest first. Nothing that the wire can tell: whether a message
 * arrived and was answered is in the trace.
 *
 * @param entries Those of the scenario.
 */
export function askable(entries: readonly TraceEntry[], login: string, asked: ReadonlySet<string>): readonly Askable[] {
  const found = [
    ...messages(entries, login),
    ...receipts(entries, login),
    ...typing(entries, login),
    ...newIdentities(entries, login),
    ...refusals(entries, login),
  ];
  const keys = new Set(asked);
  return found
    .toSorted((a, b) => a.seq - b.seq)
    .filter(({ key }) => !keys.has(key) && keys.add(key) !== undefined)
    .map(({ seq: _seq, ...rest }) => rest);
}

type Found = Askable & { readonly seq: number };

/** Messages that went out to the app, joined with what was sealed into them. */
function messages(entries: readonly TraceEntry[], login: string): readonly Found[] {
  const sealed = new Map(
    entries.flatMap((entry) => (entry.kind === "sealed" && entry.to === login ? [[entry.messageId, entry]] : [])),
  );
  return toApp(entries, login, "message").flatMap(({ node, seq }) => {
    const entry = sealed.get(node.attrs["id"] ?? "");
    return entry === undefined ? [] : (shown(entry, entries, login, seq) ?? []);
  });
}

function shown(entry: SealedEntry, entries: readonly TraceEntry[], login: string, seq: number): Found | undefined {
  const { messageId: id, user: from, content } = entry;
  const who = contactInWords(from);
  const { type, text, replyTo, target, emoji } = content;
  if (type === "reaction") {
    if (!isReference(target)) return undefined;
    const question =
      emoji === "" ? "Has the reaction disappeared?" : `Does the app show the reaction ${inWords(emoji)}?`;
    const lines = [`From ${who}, to ${quoted(textOf(entries, target.id) ?? target.id)}.`];
    const author = target.fromMe === true ? from : login;
    const event = { kind: "reaction", target: { id: target.id, from: author }, from, emoji: emoji ?? "" };
    return { seq, key: `message ${id}`, question, lines, event };
  }
  const answers = isReference(replyTo) ? [`As a reply to ${quoted(textOf(entries, replyTo.id) ?? replyTo.id)}.`] : [];
  const reply = isReference(replyTo) ? { replyTo: { id: replyTo.id, from: replyTo.participant ?? from } } : {};
  const common = { kind: "message", id, from, ...reply };
  if (type === "text" && typeof text === "string") {
    const lines = [`From ${who}.`, ...answers];
    const event = { ...common, content: { type, text } };
    return { seq, key: `message ${id}`, question: `Does the app show ${quoted(text)}?`, lines, event };
  }
  if (type !== "media") return undefined;
  const { kind, mimetype, caption, fileName, fileLength, fileSha256 } = content;
  const lines = [
    `From ${who}: ${inWords(fileLength)} bytes, SHA-256 ${inWords(fileSha256)}.`,
    ...(typeof caption === "string" ? [`With the caption ${quoted(caption)}.`] : []),
    ...(typeof fileName === "string" ? [`As ${quoted(fileName)}.`] : []),
    "“Yes” says that the app shows the message and that the file which it stores is this one.",
    ...answers,
  ];
  const members = Object.entries({ mimetype, caption, fileName }).filter(([, value]) => value !== undefined);
  const file = { type: kind ?? "document", data: { bytes: fileLength ?? 0, sha256: fileSha256 ?? "" } };
  const event = { ...common, content: { ...(Object.fromEntries(members) as { [name: string]: Json }), ...file } };
  return { seq, key: `message ${id}`, question: `Does the app show the ${inWords(kind)}?`, lines, event };
}

/** What a user is shown for a receipt of this type. */
const receiptWords: ReadonlyMap<string, string> = new Map([
  ["", "delivered"],
  ["delivery", "delivered"],
  ["inactive", "delivered"],
  ["read", "read"],
]);

function receipts(entries: readonly TraceEntry[], login: string): readonly Found[] {
  return toApp(entries, login, "receipt").flatMap(({ node, seq }) => {
    const type = receiptWords.get(node.attrs["type"] ?? "");
    const { from } = node.attrs;
    const ids = idsOf(node).filter((id) => !isReaction(entries, id));
    if (type === undefined || from === undefined || ids.length === 0) return [];
    const texts = ids.map((id) => quoted(textOf(entries, id) ?? id)).join(", ");
    const event = { kind: "receipt", ids, from, type };
    const key = `receipt ${ids.join(" ")} ${type}`;
    return [
      {
        seq,
        key,
        question: `Is ${texts} marked as ${type}?`,
        lines: [`In the chat with ${contactInWords(from)}.`],
        event,
      },
    ];
  });
}

/** No app shows whether a reaction was delivered. */
function isReaction(entries: readonly TraceEntry[], id: string): boolean {
  return entries.some(
    (entry) => entry.kind === "opened" && entry.messageId === id && entry.content?.type === "reaction",
  );
}

function typing(entries: readonly TraceEntry[], login: string): readonly Found[] {
  return toApp(entries, login, "chatstate").flatMap(({ node, seq }) => {
    const state = node.children?.[0]?.tag;
    const { from } = node.attrs;
    if (from === undefined || (state !== "composing" && state !== "paused")) return [];
    const question = state === "composing" ? "Did the app show that the contact types?" : "Did that disappear again?";
    const event = { kind: "typing", from, state };
    return [{ seq, key: `typing ${seq}`, question, lines: [`In the chat with ${contactInWords(from)}.`], event }];
  });
}

/** A contact's new identity key: told by the server, or first seen in a message. */
function newIdentities(entries: readonly TraceEntry[], login: string): readonly Found[] {
  const told = toApp(entries, login, "notification").flatMap(({ node, seq }) => {
    const { from } = node.attrs;
    const isIdentity = node.attrs["type"] === "encrypt" && node.children?.some(({ tag }) => tag === "identity");
    return isIdentity === true && from !== undefined ? [newIdentity(from, String(seq), seq)] : [];
  });
  const keys = new Map<string, string>();
  const seen = entries
    .filter((entry): entry is EntryOf<"sealed"> => entry.kind === "sealed" && entry.to === login)
    .flatMap(({ user, inspection, seq }) => {
      const key = inspection?.identityKey;
      const before = keys.get(user);
      if (key !== undefined) keys.set(user, key);
      const isNew = key !== undefined && before !== undefined && before !== key;
      return isNew && told.length === 0 ? [newIdentity(user, key, seq)] : [];
    });
  return [...told, ...seen];
}

function newIdentity(contact: string, name: string, seq: number): Found {
  return {
    seq,
    key: `identity ${contact} ${name}`,
    question: "Does the app warn that the security code of this contact has changed?",
    lines: [`In the chat with ${contactInWords(contact)}.`],
    event: { kind: "security-notice", contact, reason: "identity-changed" },
  };
}

/** Messages of the app that the server did not take. */
function refusals(entries: readonly TraceEntry[], login: string): readonly Found[] {
  return toApp(entries, login, "ack").flatMap(({ node, seq }) => {
    const { id, error, class: of } = node.attrs;
    if (of !== "message" || id === undefined || error === undefined) return [];
    const question = `Does the app show that ${quoted(textOf(entries, id) ?? id)} could not be sent?`;
    const event = { kind: "error", code: "send-refused", detail: `The server refused ${id} with ${error}` };
    return [{ seq, key: `refusal ${id}`, question, lines: [], event }];
  });
}

/** How content names another message. */
interface Reference {
  readonly id: string;
  readonly fromMe?: boolean;
  readonly participant?: string;
}

function isReference(value: Json | undefined): value is Json & Reference {
  return isRecord(value) && typeof value["id"] === "string";
}

/** Empty for what is no text and no number. */
function inWords(value: Json | undefined): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
