import { establishBetweenOwn } from "../kit/conversation.js";
import { check } from "../kit/index.js";
import { reachedBetween, shownTextOf } from "../scenarios/own-protocol.js";
import { copyAndRestore } from "../scenarios/stolen-state.js";

export default check("m3-own-protocol/recovery", {
  requirement: "M3-69",
  engines: ["other"],
  needs: ["state", "text", "text-receive"],
  drive: async (context) => copyAndRestore(await establishBetweenOwn(context)),
  // The copy is in place: it reads the ciphertext from before the renewal, and the messages behind both.
  reached(trace) {
    const [early, late] = reachedBetween(trace, "ciphertext-replayed");
    return shownTextOf(trace, early?.params["of"]).length > 1 ? late : undefined;
  },
  judge({ expect, reached: [fault], trace }) {
    const events = shownTextOf(trace, fault.params["of"]);
    expect("times a message is readable that stolen keys must not read", events.length, events.at(-1) ?? fault).is(1);
  },
  hint: "Put fresh randomness into the keys with every answer: after one round trip stolen keys are worthless.",
  mutants: { "ratchet-never-renews": "times a message is readable that stolen keys must not read" },
});
