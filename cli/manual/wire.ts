import type { EntryOf, StanzaEntry, TraceEntry, TraceNode } from "../../harness/model/trace.js";

// What the trace says about a step that a person does. All of it pure: entries in, entries out.

/** Stanzas from the app of this login, oldest first. */
export function fromApp(entries: readonly TraceEntry[], login: string, tag: string): readonly StanzaEntry[] {
  return stanzas(entries, login, "in", tag);
}

/** Stanzas to the app of this login, oldest first. */
export function toApp(entries: readonly TraceEntry[], login: string, tag: string): readonly StanzaEntry[] {
  return stanzas(entries, login, "out", tag);
}

function stanzas(
  entries: readonly TraceEntry[],
  login: string,
  direction: StanzaEntry["direction"],
  tag: string,
): readonly StanzaEntry[] {
  return entries.filter(
    (entry): entry is StanzaEntry =>
      entry.kind === "stanza" && entry.account === login && entry.direction === direction && entry.node.tag === tag,
  );
}

/** Whether an address names this user, on any device. */
export function isUser(address: string | undefined, user: string): boolean {
  return address === user || address?.replace(/:\d+(?=@)/, "") === user;
}

/** The messages that a receipt is for: its own id, and those in its list. */
export function idsOf({ attrs, children = [] }: TraceNode): readonly string[] {
  const items = children.flatMap((list) => list.children ?? []).filter(({ tag }) => tag === "item");
  return [attrs["id"], ...items.map((item) => item.attrs["id"])].flatMap((id) => (id === undefined ? [] : [id]));
}

/** Requests about keys, pings and the state of the connection, which an app makes without its user. */
const ownRequests: ReadonlySet<string | undefined> = new Set(["encrypt", "w:p", "passive"]);

/** How the server answered the app's first request of this type that names `about`. */
export function requestOutcome(
  entries: readonly TraceEntry[],
  login: string,
  about?: string,
  type: "get" | "set" = "set",
): "accepted" | { readonly refused: string } | undefined {
  const request = fromApp(entries, login, "iq").find(
    ({ node }) =>
      node.attrs["type"] === type &&
      !ownRequests.has(node.attrs["xmlns"]) &&
      (about === undefined || mentions(node, about)),
  );
  if (request === undefined) return undefined;
  const answer = toApp(entries, login, "iq").find(
    ({ node, seq }) => seq > request.seq && node.attrs["id"] === request.node.attrs["id"],
  );
  if (answer === undefined) return undefined;
  if (answer.node.attrs["type"] !== "error") return "accepted";
  return { refused: answer.node.children?.find(({ tag }) => tag === "error")?.attrs["code"] ?? "error" };
}

function mentions({ attrs, children = [] }: TraceNode, value: string): boolean {
  return Object.values(attrs).includes(value) || children.some((child) => mentions(child, value));
}

/** Connections that began among these entries and ended without a login. */
export function failedConnection(entries: readonly TraceEntry[]): EntryOf<"connection"> | undefined {
  const opened = new Set(
    entries.flatMap((entry) => (entry.kind === "connection" && entry.event === "opened" ? [entry.connection] : [])),
  );
  for (const entry of entries) if (entry.kind === "login") opened.delete(entry.connection);
  return entries.find(
    (entry): entry is EntryOf<"connection"> =>
      entry.kind === "connection" && entry.event === "closed" && opened.has(entry.connection),
  );
}

/** Whether the simulated side has done something wrong on purpose: then an app need not believe what it was told. */
export function isDisturbed(entries: readonly TraceEntry[]): boolean {
  return entries.some((entry) => entry.kind === "fault" && entry.event === "applied");
}

/** What a message says, as far as it is known; for a person to recognise it. */
export function textOf(entries: readonly TraceEntry[], id: string): string | undefined {
  for (const entry of entries) {
    if ((entry.kind === "sealed" || entry.kind === "opened") && entry.messageId === id) {
      const { content } = entry;
      const shown = content?.["text"] ?? content?.["caption"] ?? content?.["kind"];
      if (typeof shown === "string") return shown;
    }
  }
  return undefined;
}
