import { check } from "../kit/index.js";
import { pairUp, reachedBetween, shownTextOf } from "../kit/own-protocol.js";

export default check("m3-own-protocol/recovery", {
  requirement: "M3-69",
  engines: ["other"],
  needs: ["state", "text", "text-receive"],
  async drive(context) {
    const { alice, hears, says, hearsUnder } = await pairUp(context);
    await hears("Keep an eye on your phone.");
    const stolen = await alice.exportState();
    await says("I had put it down for a moment.");
    const early = await hears("Whoever copied it can read this.");
    await says("But not for long.");
    const late = await hears("Nobody else can read this.");

    await alice.importState(stolen);
    await alice.connect();
    await says("Written on what was copied.");
    for (const id of [early, late]) {
      await hearsUnder("ciphertext-replayed", "This was replaced on its way.", { of: id });
      await hears("This was not.");
    }
  },
  // What was copied is in place: it reads the ciphertext from before the renewal, and the messages behind both.
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
