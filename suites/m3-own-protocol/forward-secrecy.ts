import { check } from "../kit/index.js";
import { pairUp, reachedBetween, shownTextOf } from "../kit/own-protocol.js";

export default check("m3-own-protocol/forward-secrecy", {
  requirement: "M3-68",
  engines: ["other"],
  needs: ["state", "text", "text-receive"],
  async drive(context) {
    const { alice, hears, says, hearsUnder } = await pairUp(context);
    const secret = await hears("Read this and forget it.");
    await says("Read.");
    await hears("And forgotten?");
    await alice.importState(await alice.exportState());
    await alice.connect();
    await hears("Your phone is in other hands.");
    await hearsUnder("ciphertext-replayed", "This was replaced on its way.", { of: secret });
    await hears("What do they see?");
  },
  // After the import messages are shown, before the replay and behind it.
  reached: (trace) => reachedBetween(trace, "ciphertext-replayed"),
  judge({ expect, reached: [fault], trace }) {
    const events = shownTextOf(trace, fault.params["of"]);
    expect("times a message is readable whose key should be gone", events.length, events.at(-1) ?? fault).is(1);
  },
  hint: "Delete each message key as soon as it has opened its message, from the stored state too.",
  mutants: { "ratchet-keeps-keys": "times a message is readable whose key should be gone" },
});
