import { establishBetweenOwn } from "../kit/conversation.js";
import { check } from "../kit/index.js";
import { reachedBetween, shownTextOf } from "../scenarios/own-protocol.js";
import { storeAndReplay } from "../scenarios/stolen-state.js";

export default check("m3-own-protocol/forward-secrecy", {
  requirement: "M3-68",
  engines: ["other"],
  needs: ["state", "text", "text-receive"],
  drive: async (context) => storeAndReplay(await establishBetweenOwn(context)),
  // After the import messages are shown, before the replay and behind it.
  reached: (trace) => reachedBetween(trace, "ciphertext-replayed"),
  judge({ expect, reached: [fault], trace }) {
    const events = shownTextOf(trace, fault.params["of"]);
    expect("times a message is readable whose key should be gone", events.length, events.at(-1) ?? fault).is(1);
  },
  hint: "Delete each message key as soon as it has opened its message, from the stored state too.",
  mutants: { "ratchet-keeps-keys": "times a message is readable whose key should be gone" },
});
