import { appliedFaults } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { textIn } from "../kit/json.js";
import { openedMessages } from "../kit/texts.js";

export default check("m3-messaging/retry-answered", {
  requirement: "M3-18",
  version: 2,
  needs: ["text"],
  async drive({ meta, provider, wait }) {
    const bob = await meta.user();
    const alice = await provider.connectedUser();
    meta.arm({ fault: "retry-requested" });
    await alice.trySend(bob.jid, { type: "text", text });
    const [first] = [await wait("opened", () => true)];
    if (first !== undefined) await wait("opened", () => true, { after: first });
  },
  reached: appliedFaults,
  judge({ expect, reached: [fault], trace }) {
    const again = openedMessages(trace.after(fault))[0];
    if (!expect("message sent again", again === undefined ? "no" : "yes", again ?? fault).is("yes")) return;
    expect("id of the message sent again", again?.messageId, again).is(fault.messageId);
    if (!expect("message sent again opens", again?.error ?? "yes", again).is("yes")) return;
    expect("text of the message sent again", textIn(again?.content, "text"), again).is(text);
  },
  hint: "Answer a retry receipt by encrypting the same message again, in a new session when keys are given, under the same id.",
  mutants: {
    "ignores-retry-request": "message sent again",
    "new-id-on-retry": "id of the message sent again",
    "resends-as-fan-out": "message sent again",
    "resends-empty-text": "text of the message sent again",
  },
});

const text = "Please say that again: <Grüße & 👋🏽>";
