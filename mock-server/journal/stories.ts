import type { StanzaEntry, TraceContent, TraceEntry, TraceNode } from "../../harness/model/trace.js";

/** What can happen to a message. */
export const messageSteps = [
  /** A simulated user encrypted it. */
  "sealed",
  /** Its stanza came from the client under test, or went to it. */
  "sent",
  "handed-over",
  /** The receiver of that stanza accepted it, or refused it. */
  "accepted",
  "refused",
  /** A simulated user decrypted it, or could not. */
  "opened",
  "not-opened",
  /** Receipts of its receiver. */
  "delivered",
  "read",
  "asked-again",
  /** A simulated user fetched its file and found it sound, or not. */
  "file-sound",
  "file-unsound",
] as const;

export type MessageStep = (typeof messageSteps)[number];

export interface MessageEvent {
  readonly step: MessageStep;
  /** Of the journal's entry. */
  readonly seq: number;
  /** Milliseconds since the journal began. */
  readonly at: number;
  /** Why it was refused, not opened or found unsound. */
  readonly error?: string;
}

/** A message between a WhatsApp user and the client under test, from the entries of the journal. */
export interface MessageStory {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** What a simulated user sealed, or opened. */
  readonly content?: TraceContent;
  readonly events: readonly MessageEvent[];
}

interface Draft {
  readonly id: string;
  from?: string | undefined;
  to?: string | undefined;
  content?: TraceContent | undefined;
  readonly events: MessageEvent[];
}

/** Every message in these entries, in the order of their first entries. Receipts alone do not make a message. */
export function messagesIn(entries: readonly TraceEntry[]): readonly MessageStory[] {
  const drafts = new Map<string, Draft>();
  for (const entry of entries) {
    for (const { id, step, error, ...known } of tellingsOf(entry)) {
      const draft = drafts.get(id) ?? { id, events: [] };
      if (draft.events.length === 0 && known.from === undefined) continue;
      drafts.set(id, draft);
      draft.from ??= known.from;
      draft.to ??= known.to;
      draft.content ??= known.content;
      draft.events.push({ step, seq: entry.seq, at: entry.at, ...(error !== undefined && { error }) });
    }
  }
  return [...drafts.values()].map(({ id, from = "", to = "", content, events }) => ({
    id,
    from,
    to,
    ...(content !== undefined && { content }),
    events,
  }));
}

interface Telling {
  readonly id: string;
  readonly step: MessageStep;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly content?: TraceContent | undefined;
  readonly error?: string | undefined;
}

function tellingsOf(entry: TraceEntry): readonly Telling[] {
  switch (entry.kind) {
    case "sealed":
      return [{ id: entry.messageId, step: "sealed", from: entry.user, to: entry.to, content: entry.content }];
    case "opened": {
      const { messageId: id, from, user, group, content, error } = entry;
      return [{ id, step: error === undefined ? "opened" : "not-opened", from, to: group ?? user, content, error }];
    }
    case "media": {
      const { messageId: id, problems, broken, status } = entry;
      const error = broken ?? (problems.join(", ") || (status === 200 ? undefined : `status ${status ?? "none"}`));
      return [{ id, step: error === undefined ? "file-sound" : "file-unsound", error }];
    }
    case "stanza":
      return stanzaTellings(entry);
    default:
      return [];
  }
}

function stanzaTellings({ node: { tag, attrs, children }, account, direction }: StanzaEntry): readonly Telling[] {
  const { id = "", type, error } = attrs;
  if (tag === "message") {
    return direction === "in"
      ? [{ id, step: "sent", from: account, to: attrs["to"] }]
      : [{ id, step: "handed-over", from: attrs["participant"] ?? attrs["from"], to: account }];
  }
  if (tag === "ack" && attrs["class"] === "message") {
    return [{ id, step: error === undefined ? "accepted" : "refused", error }];
  }
  if (tag !== "receipt") return [];
  const step = receiptSteps[type ?? ""];
  return step === undefined ? [] : [id, ...listedIds(children)].map((each) => ({ id: each, step }));
}

/** By the receipt's type. */
const receiptSteps: Readonly<Record<string, MessageStep>> = {
  "": "delivered",
  read: "read",
  "read-self": "read",
  played: "read",
  retry: "asked-again",
};

/** A receipt for several messages names the first by its id, and lists the others. */
function listedIds(children: readonly TraceNode[] = []): readonly string[] {
  const list = children.find(({ tag }) => tag === "list")?.children ?? [];
  return list.flatMap(({ attrs: { id } }) => (id === undefined ? [] : [id]));
}

/**
 * The entries that belong together with `entry`, including itself, in their order: both halves of an HTTP exchange and
 * its enlistment; a stanza with what was encrypted in it or decrypted from it; the events of a connection.
 */
export function belongingTo(entry: TraceEntry, entries: readonly TraceEntry[]): readonly TraceEntry[] {
  const story = storyOf(entry);
  return entries.filter(
    (each) => each === entry || storyOf(each) === story || tells(each, entry) || tells(entry, each),
  );
}

/** What entries of one story have in common; unique for an entry without others. */
function storyOf(entry: TraceEntry): string {
  if ("exchange" in entry) return `exchange ${entry.exchange}`;
  switch (entry.kind) {
    case "connection":
    case "handshake":
    case "login":
      return `connection ${entry.connection}`;
    default:
      return `entry ${entry.seq}`;
  }
}

/** Whether `inner` describes the encrypted part of the stanza `outer`, or a file that came with it. */
function tells(inner: TraceEntry, outer: TraceEntry): boolean {
  if (outer.kind !== "stanza") return false;
  if (inner.kind === "opened") return inner.of === outer.seq;
  if (inner.kind !== "sealed" && inner.kind !== "media") return false;
  // Acks and receipts have the id of their message too.
  const { tag, attrs } = outer.node;
  const direction = inner.kind === "sealed" ? "out" : "in";
  return outer.direction === direction && tag === "message" && attrs["id"] === inner.messageId;
}
