import { type HandshakeMistake, handshakeMistakeIds } from "../../protocol/noise/mistakes.js";
import type { ProviderUser } from "../../harness/ports/provider-side.js";
import type { DriveContext, TraceEntry } from "./index.js";

/** Mistakes that a client notices only in its third message, because the server's message is the same with them. */
const later: ReadonlySet<HandshakeMistake> = new Set([
  "nonce-little-endian",
  "nonce-lowest-byte-first",
  "nonce-stays-zero",
  "server-payload-not-hashed",
]);

/**
 * Finds out why a client leaves the handshake after the server's message. What it computed then never crosses the wire, so the
 * server computes its next messages with one known mistake after the other. A client that goes on makes the same mistake. Does
 * nothing for a client that finished a handshake, failed later, or never began.
 */
export async function probeHandshake(context: DriveContext, user: ProviderUser, since: number): Promise<void> {
  const { arm, journal } = context.meta;
  const begun = after(journal.entries, since);
  if (!begun.some(isServerHello) || goesOn(begun)) return;
  // Its driver may be sooner than its client.
  if ((await context.wait("connection", (entry) => entry.seq > since && isClosedByClient(entry))) === undefined) return;
  const mistakes = handshakeMistakeIds.filter((mistake) => !later.has(mistake));
  for (const mistake of mistakes) arm({ fault: "handshake-mistake", params: { mistake } });
  // A client that tries again by itself meets several mistakes in one call.
  for (const _ of mistakes) {
    const { last } = journal;
    const outcome = await user.tryConnect();
    const met = after(journal.entries, last);
    if (outcome.ok || goesOn(met) || !met.some(isServerHello)) return;
  }
}

function after(entries: readonly TraceEntry[], seq: number): readonly TraceEntry[] {
  return entries.filter((entry) => entry.seq > seq);
}

function isServerHello(entry: TraceEntry): boolean {
  return entry.kind === "handshake" && entry.message === "server-hello";
}

function goesOn(entries: readonly TraceEntry[]): boolean {
  return entries.some(
    (entry) => entry.kind === "handshake" && (entry.message === "client-finish" || entry.message === "failed"),
  );
}

function isClosedByClient(entry: TraceEntry): boolean {
  return entry.kind === "connection" && entry.event === "closed" && entry.by === "provider";
}
