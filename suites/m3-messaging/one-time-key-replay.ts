import { showText } from "../kit/conversation.js";
import { appliedFaults, expectFollowerShown } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { sealedMessages, sealedText, shownTexts } from "../kit/texts.js";
import { untilTaken } from "../kit/waiting.js";

export default check("m3-messaging/one-time-key-replay", {
  requirement: "M3-34",
  needs: ["text-receive"],
  async drive(context) {
    const { meta } = context;
    const { alice, bob } = await showText(context);
    const [first] = meta.journal.entries.filter((entry) => entry.kind === "sealed" && entry.user === bob.jid);
    if (first?.kind !== "sealed") return;
    // With a new identity the session is gone, so only the one-time pre-key stands between the replay and a new one.
    await bob.changeIdentity();
    await alice.event("security-notice");
    meta.arm({ fault: "ciphertext-replayed", params: { of: first.messageId } });
    await bob.send(alice.login, { type: "text", text: "This was replaced on its way." });
    const { id } = await bob.send(alice.login, { type: "text", text: "This was not." });
    await untilTaken(context, alice, id);
  },
  // The replayed message was a first one, with a one-time pre-key, and had been shown.
  reached(trace) {
    const [fault] = appliedFaults(trace);
    const first = sealedMessages(trace).find(({ messageId }) => messageId === fault?.params["of"]);
    const proven =
      first?.inspection?.preKeyId !== undefined && shownTexts(trace, sealedText(trace, first.messageId)).length > 0;
    return proven ? fault : undefined;
  },
  judge({ expect, reached: [fault], trace }) {
    const events = shownTexts(trace, sealedText(trace, fault.params["of"]));
    expect("times the replayed first message is shown", events.length, events.at(-1) ?? fault).is(1);
    expectFollowerShown(expect, trace, fault);
  },
  hint: "Delete a one-time pre-key when the message that names it has opened: a replay must find nothing to open it with.",
  mutants: {
    "upload-duplicate-ids": "times the replayed first message is shown",
    "refuses-changed-identity": "next message shown",
    "replaces-keys-on-failure": "next message shown",
    "keeps-one-time-keys": "times the replayed first message is shown",
  },
});
