import { faultsOnMessages, lastWasShown } from "../kit/faults.js";
import { check, type Json } from "../kit/index.js";
import { isOpen, openedMessages, sealedMessages, sealedText, shownTexts } from "../kit/texts.js";
import { stolenState } from "../scenarios/stolen-state.js";

export default check("m3-messaging/recovery", {
  requirement: "M3-35",
  scenario: stolenState,
  // What was copied is in place: it reads the ciphertext from before the renewal, and the messages behind both. And there was
  // a renewal: the other side has read the answer between the two ciphertexts.
  reached(trace) {
    const [early, late] = faultsOnMessages(trace, "ciphertext-replayed");
    const sealedAt = (of: Json | undefined): number =>
      sealedMessages(trace).find((each) => each.messageId === of)?.seq ?? 0;
    const [from, to] = [sealedAt(early?.params["of"]), sealedAt(late?.params["of"])];
    if (!openedMessages(trace).some((entry) => isOpen(entry) && entry.seq > from && entry.seq < to)) return undefined;
    const inPlace = shownTexts(trace, sealedText(trace, early?.params["of"])).length > 1;
    return inPlace && lastWasShown(trace) ? late : undefined;
  },
  judge({ expect, reached: [fault], trace }) {
    const events = shownTexts(trace, sealedText(trace, fault.params["of"]));
    expect("times a message is readable that stolen keys must not read", events.length, events.at(-1) ?? fault).is(1);
  },
  hint: "Renew the ratchet key with every reply, from fresh randomness: after one round trip stolen keys are worthless.",
  mutants: {
    "never-turns-ratchet": "times a message is readable that stolen keys must not read",
    "keeps-message-keys": "times a message is readable that stolen keys must not read",
  },
});
