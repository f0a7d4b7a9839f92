import { check } from "../kit/index.js";
import { expectFollowerShown, reachedOdd } from "../kit/odd-messages.js";
import { exchangeText, shown } from "../kit/texts.js";

export default check("m3-messaging/signed-key-unknown", {
  requirement: "M3-59",
  needs: ["text-receive"],
  async drive(context) {
    const { meta, wait } = context;
    const { alice } = await exchangeText(context);
    // Only the message that begins a session is opened with the key that it names.
    const carol = await meta.user();
    meta.arm({ fault: "signed-key-unknown" });
    const odd = await carol.send(alice.login, { type: "text", text: "Which key was that?" });
    await alice.event("message", (event) => event["id"] === odd.id);
    const { id } = await carol.send(alice.login, { type: "text", text: "And which is this?" });
    await alice.event("message", (event) => event["id"] === id);
    await wait("stanza", ({ direction, node }) => direction === "in" && node.attrs["id"] === id);
  },
  reached: (trace) => reachedOdd(trace, "signed-key-unknown"),
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
