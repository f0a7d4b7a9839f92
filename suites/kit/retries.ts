import type { EntryOf, StanzaEntry, Trace } from "./index.js";
import { deliveries, receipts } from "./texts.js";
import { reachedOdd } from "./odd-messages.js";

/** A message was spoilt, and its repetition too. */
export function reachedRepetition(trace: Trace): readonly EntryOf<"fault">[] {
  const [first, ...others] = reachedOdd(trace, "ciphertext-corrupted");
  const id = first?.messageId;
  return first !== undefined && id !== undefined && others.length > 0 && deliveries(trace, id).length > 1
    ? [first]
    : [];
}

export function retriesOf(trace: Trace, { messageId = "" }: EntryOf<"fault">): readonly StanzaEntry[] {
  return receipts(trace, messageId, "retry");
}
