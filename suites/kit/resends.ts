import { bytesToUint } from "../../core/bytes.js";
import { bytesIn, childOf, type EntryOf, type StanzaEntry, type Trace } from "./index.js";
import { openedMessages } from "./texts.js";

/** A simulated user opened a message and asked for it again all the same, and got it again at least once. */
export function reachedAskedAgain(trace: Trace): readonly EntryOf<"fault">[] {
  const [first] = trace.of("fault", ({ fault, event }) => fault === "retry-endless" && event === "applied");
  return first !== undefined && resendsOf(trace, first).length > 0 ? [first] : [];
}

/** The message as it came again. */
export function resendsOf(trace: Trace, fault: EntryOf<"fault">): readonly EntryOf<"opened">[] {
  return openedMessages(trace.after(fault)).filter((entry) => entry.messageId === fault.messageId);
}

/** Retry receipts on their way to the provider. */
export function requestsFor(trace: Trace, id: string): readonly StanzaEntry[] {
  return trace.stanzas.toProvider.tag("receipt").attr("type", "retry").attr("id", id).list;
}

/** Id of the one-time pre-key that a retry receipt brings. */
export function givenKeyId({ node }: StanzaEntry): number | undefined {
  const id = bytesIn(childOf(childOf(childOf(node, "keys"), "key"), "id"));
  return id === undefined ? undefined : bytesToUint(id);
}
