import { showText } from "../kit/conversation.js";
import { expectFollowerShown, faultsOnMessages } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { shown } from "../kit/texts.js";
import { untilTaken } from "../kit/waiting.js";

export default check("m3-messaging/signed-key-unknown", {
  requirement: "M3-59",
  needs: ["text-receive"],
  async drive(context) {
    const { meta } = context;
    const { alice } = await showText(context);
    // Only the message that begins a session is opened with the key that it names.
    const carol = await meta.user();
    meta.arm({ fault: "signed-key-unknown" });
    const odd = await carol.send(alice.login, { type: "text", text: "Which key was that?" });
    await alice.event("message", (event) => event["id"] === odd.id);
    const { id } = await carol.send(alice.login, { type: "text", text: "And which is this?" });
    await untilTaken(context, alice, id);
  },
  reached: (trace) => faultsOnMessages(trace, "signed-key-unknown"),
  judge({ expect, reached: [fault], trace }) {
    const events = shown(trace, fault.messageId ?? "");
    expect("message shown in the end", events.length > 0, events[0] ?? fault).is(true);
    expectFollowerShown(expect, trace, fault);
  },
  hint: "A signed pre-key that you do not have (any more) is a reason to ask again with fresh keys, not to lose the message.",
  mutants: {
    "drops-unknown-signed-key": "message shown in the end",
    "ignores-undecryptable": "message shown in the end",
    "drops-resent-message": "message shown in the end",
    "receipt-for-undecryptable": "message shown in the end",
    "retry-without-registration": "message shown in the end",
  },
});
