import { check } from "../kit/index.js";
import { establish } from "../kit/established.js";
import { lastWasShown, reachedOdd, sealedText, shownTexts } from "../kit/odd-messages.js";

export default check("m3-messaging/forward-secrecy", {
  requirement: "M3-61",
  needs: ["state", "text", "text-receive"],
  async drive(context) {
    const { alice, bob, hears, says } = await establish(context);
    const secret = await hears("Read this and forget it.");
    await says("Read.");
    await hears("And forgotten?");
    await alice.importState(await alice.exportState());
    await alice.connect();
    await hears("Your phone is in other hands.");
    context.meta.arm({ fault: "ciphertext-replayed", params: { of: secret } });
    await bob.send(alice.login, { type: "text", text: "This was replaced on its way." });
    await hears("What do they see?");
  },
  // After the import messages are shown, before the replay and behind it.
  reached: (trace) => (lastWasShown(trace) ? reachedOdd(trace, "ciphertext-replayed") : []),
  judge({ expect, reached: [fault], trace }) {
    const events = shownTexts(trace, sealedText(trace, fault.params["of"]));
    expect("times a message is readable whose key should be gone", events.length, events.at(-1) ?? fault).is(1);
  },
  hint: "Delete each message key as soon as it has opened its message, from the stored state too.",
  mutants: { "keeps-message-keys": "times a message is readable whose key should be gone" },
});
