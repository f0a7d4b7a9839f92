import { deliverText } from "../kit/conversation.js";
import { faultsAfterText } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { openedMessages } from "../kit/texts.js";

export default check("m3-messaging/no-one-time-key", {
  requirement: "M3-15",
  needs: ["text"],
  async drive(context) {
    const { meta, wait } = context;
    const { alice } = await deliverText(context);
    const bob = await meta.user();
    meta.arm({ fault: "bundle-without-one-time-key", times: "always" });
    const sent = await alice.trySend(bob.jid, { type: "text", text: "No one-time key was left." });
    if (sent.ok) await wait("opened", (entry) => entry.user === bob.jid);
  },
  reached: faultsAfterText,
  judge({ expect, reached: [fault], trace }) {
    const [opened] = openedMessages(trace.after(fault));
    const outcome = opened === undefined ? "not sent" : (opened.error ?? "opened");
    expect("message to a user without one-time pre-keys", outcome, opened ?? fault).is("opened");
    if (opened !== undefined) expect("one-time pre-key id", opened.inspection?.preKeyId, opened).isAbsent();
  },
  hint: "A bundle without one-time pre-key is in order: agree on the key with the signed pre-key alone (X3DH section 3.3).",
  mutants: {
    "requires-one-time-key": "message to a user without one-time pre-keys",
    "omits-base-key": "message to a user without one-time pre-keys",
  },
});
