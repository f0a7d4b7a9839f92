import type { FaultId } from "../../harness/ports/faults.js";
import { establishBetweenOwn } from "../kit/conversation.js";
import { appliedFaults } from "../kit/faults.js";
import { type EntryOf, scenario, type StanzaEntry, type Trace } from "../kit/index.js";
import { requestedTexts, shownTexts } from "../kit/texts.js";

/**
 * Two users of the provider write to each other in a protocol that only they speak: the same words twice, a message that
 * is changed on its way, and a ciphertext that comes a second time.
 */
export const ownProtocol = scenario("scenarios/own-protocol", ["state", "text", "text-receive"], async (context) => {
  const { alice, says, hears, hearsUnder } = await establishBetweenOwn(context);
  const first = await hears("The same words twice, which nobody else should notice.");
  await hears("The same words twice, which nobody else should notice.");
  const changed = await hearsUnder("ciphertext-changed", "This was changed on its way.");
  await alice.event("message", (event) => event["id"] === changed);
  await hears("This was not changed.");
  await hearsUnder("ciphertext-replayed", "This was replaced on its way.", { of: first });
  await hears("This was not replaced.");
  await says("All of it was read.");
});

/** The fault acted on a message between two users one of whom has shown a message before, and shows one behind. */
export function reachedBetween(trace: Trace, fault: FaultId): readonly EntryOf<"fault">[] {
  const works = (part: Trace): boolean => part.of("event", ({ event }) => event.kind === "message").length > 0;
  return appliedFaults(trace, fault).filter(
    (entry) => entry.messageId !== undefined && works(trace.before(entry)) && works(trace.after(entry)),
  );
}

/** Events that show the text of the message with this id, under any id. */
export function shownTextOf(trace: Trace, id: unknown): readonly EntryOf<"event">[] {
  const [text] = requestedTexts(trace).get(String(id)) ?? [];
  return text === undefined ? [] : shownTexts(trace, text);
}

/** Messages as their senders sent them. */
export function sentMessages(trace: Trace): readonly StanzaEntry[] {
  return trace.stanzas.fromProvider.tag("message").withChild("enc").list;
}
