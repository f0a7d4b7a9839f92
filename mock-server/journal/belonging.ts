import type { TraceEntry } from "../../harness/model/trace.js";

/**
 * The entries that tell the same story as `entry`, itself among them, in their order: both halves of an HTTP exchange and
 * what it enlisted; a stanza with what was sealed into it or opened out of it; how a connection came and went.
 */
export function belongingTo(entry: TraceEntry, entries: readonly TraceEntry[]): readonly TraceEntry[] {
  const story = storyOf(entry);
  return entries.filter(
    (each) => each === entry || storyOf(each) === story || tells(each, entry) || tells(entry, each),
  );
}

/** What entries of one story share; undefined only ever equals itself for an entry alone, so it is made unique. */
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

/** Whether `inner` is about the encrypted part of the stanza `outer`, or about a file that came with it. */
function tells(inner: TraceEntry, outer: TraceEntry): boolean {
  if (outer.kind !== "stanza") return false;
  if (inner.kind === "opened") return inner.of === outer.seq;
  if (inner.kind !== "sealed" && inner.kind !== "media") return false;
  // Acks and receipts have the id of their message too.
  const { tag, attrs } = outer.node;
  const direction = inner.kind === "sealed" ? "out" : "in";
  return outer.direction === direction && tag === "message" && attrs["id"] === inner.messageId;
}
