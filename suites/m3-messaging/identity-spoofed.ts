import { establish } from "../kit/conversation.js";
import { expectFollowerShown, faultsOnMessages } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { receipts } from "../kit/receipts.js";
import { shown } from "../kit/texts.js";

export default check("m3-messaging/identity-spoofed", {
  requirement: "M3-38",
  version: 2,
  needs: ["text", "text-receive"],
  async drive(context) {
    const { alice, bob, hears } = await establish(context);
    context.meta.arm({ fault: "identity-spoofed" });
    const { id } = await bob.send(alice.login, { type: "text", text: "Lend me some money." });
    await alice.event("message", (event) => event["id"] === id);
    await hears("That was not me.");
  },
  reached: (trace) => faultsOnMessages(trace, "identity-spoofed"),
  judge({ expect, reached: [fault], trace }) {
    const id = fault.messageId ?? "";
    // A client that refuses it may ask for it again, and shows what its sender repeats.
    const [refusal] = receipts(trace, id, "retry");
    const events = shown(refusal === undefined ? trace : trace.before(refusal), id);
    const notices = trace.of("event", ({ event }) => event.kind === "security-notice");
    const silently = events.length > 0 && notices.length === 0;
    expect("message under another identity key", silently ? "shown without notice" : "safe", events[0] ?? fault).is(
      "safe",
    );
    expectFollowerShown(expect, trace, fault);
  },
  hint: "Compare the identity key of a pre-key message with the one you know: if it is another, warn the user or refuse.",
  mutants: {
    "ignores-identity-in-message": "message under another identity key",
    "silent-identity-change": "message under another identity key",
  },
});
