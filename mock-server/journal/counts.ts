import type { TraceEntry } from "../../harness/model/trace.js";

/** `valid` and `invalid` as the stanza catalogue says; what the simulated side sends is not judged while it is sent. */
export type StanzaVerdict = "valid" | "invalid" | "sent";

/** A provider chooses its tags, so only these have a number of their own. */
const knownTags: ReadonlySet<string> = new Set([
  "iq",
  "message",
  "receipt",
  "ack",
  "chatstate",
  "presence",
  "notification",
  "success",
  "failure",
  "ib",
  "call",
  "stream:error",
  "xmlstreamend",
]);

/** What a journal has recorded since it began, dropped entries included. */
export class Counts {
  /** By `opened` and `closed`. */
  readonly connections = new Map<string, number>();
  /** By outcome. */
  readonly logins = new Map<string, number>();
  /** By direction, kind and verdict, with blanks between. */
  readonly stanzas = new Map<string, number>();
  /** By part of the HTTP exchange. */
  readonly mediaBytes = new Map<string, number>();

  add(entry: TraceEntry): void {
    if (entry.kind === "connection") increase(this.connections, entry.event);
    else if (entry.kind === "login") increase(this.logins, entry.outcome);
    else if (entry.kind === "bad-frame") increase(this.stanzas, "in unreadable invalid");
    else if (entry.kind === "http" && entry.server === "media") {
      increase(this.mediaBytes, entry.part, entry.digest?.bytes ?? 0);
    }
  }

  /** Apart from entries: a stanza is decoded only if someone reads its entry. */
  addStanza(direction: "in" | "out", tag: string, verdict: StanzaVerdict): void {
    increase(this.stanzas, `${direction} ${knownTags.has(tag) ? tag : "other"} ${verdict}`);
  }
}

function increase(numbers: Map<string, number>, key: string, by = 1): void {
  numbers.set(key, (numbers.get(key) ?? 0) + by);
}
