import { establish } from "../kit/conversation.js";
import { faultsOnMessages, lastWasShown } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { sealedText, shownTexts } from "../kit/texts.js";
import { storeAndReplay } from "../scenarios/stolen-state.js";

export default check("m3-messaging/forward-secrecy", {
  requirement: "M3-61",
  needs: ["state", "text", "text-receive"],
  drive: async (context) => storeAndReplay(await establish(context)),
  // After the import messages are shown, before the replay and behind it.
  reached: (trace) => (lastWasShown(trace) ? faultsOnMessages(trace, "ciphertext-replayed") : []),
  judge({ expect, reached: [fault], trace }) {
    const events = shownTexts(trace, sealedText(trace, fault.params["of"]));
    expect("times a message is readable whose key should be gone", events.length, events.at(-1) ?? fault).is(1);
  },
  hint: "Delete each message key as soon as it has opened its message, from the stored state too.",
  mutants: { "keeps-message-keys": "times a message is readable whose key should be gone" },
});
