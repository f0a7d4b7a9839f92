import { check } from "../kit/index.js";
import { receipts } from "../kit/receipts.js";
import { sealedMessages, shown } from "../kit/texts.js";
import { untilTaken } from "../kit/waiting.js";

export default check("m3-messaging/signed-key-grace", {
  requirement: "M3-58",
  needs: ["key-rotation", "text-receive"],
  async drive(context) {
    const { meta, provider } = context;
    const [bob, carol] = [await meta.user(), await meta.user()];
    const alice = await provider.connectedUser();
    await bob.prepare(alice.login);
    await alice.rotateKeys();
    for (const user of [bob, carol]) {
      const { id } = await user.send(alice.login, { type: "text", text: "Which key did I use?" });
      await untilTaken(context, alice, id);
    }
  },
  // Sealed for the key before the rotation, while another user found the key after it.
  reached(trace) {
    const [old, fresh] = sealedMessages(trace).filter(({ inspection }) => inspection?.kind === "pkmsg");
    const differ = old?.inspection?.signedPreKeyId !== fresh?.inspection?.signedPreKeyId;
    return fresh !== undefined && differ && shown(trace, fresh.messageId).length > 0 ? old : undefined;
  },
  judge({ expect, reached: [message], trace }) {
    const events = shown(trace, message.messageId);
    expect("message for the earlier signed pre-key shown", events.length > 0, events[0] ?? message).is(true);
    const retries = receipts(trace, message.messageId, "retry");
    expect("retry receipts for it", retries.length, retries[0] ?? message).is(0);
  },
  hint: "Keep the private half of a signed pre-key for some time after its successor is published: messages are under way.",
  mutants: {
    "upload-duplicate-ids": "retry receipts for it",
    "upload-zero-id": "retry receipts for it",
    "forgets-signed-key-at-once": "retry receipts for it",
  },
});
