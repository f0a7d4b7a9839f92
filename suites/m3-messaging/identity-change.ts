import { check } from "../kit/index.js";
import { sealedMessages } from "../kit/texts.js";
import { newPhone } from "../scenarios/identity.js";

export default check("m3-messaging/identity-change", {
  requirement: "M3-26",
  scenario: newPhone,
  reached(trace) {
    const [before, after] = sealedMessages(trace);
    return before !== undefined && after !== undefined && trace.after(before).of("event").length > 0
      ? after
      : undefined;
  },
  judge({ expect, reached: [message], trace }) {
    const [notice] = trace.of("event", ({ event }) => event.kind === "security-notice");
    expect("security notice", notice === undefined ? "none" : "shown", notice ?? message).is("shown");
    if (notice !== undefined) expect("contact named in the notice", notice.event["contact"], notice).is(message.user);
  },
  hint: "When a contact's identity key changes, show a security notice in the chat with that contact.",
  mutants: { "silent-identity-change": "security notice", "notice-names-nobody": "contact named in the notice" },
});
