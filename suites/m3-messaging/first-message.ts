import { check, childOf } from "../kit/index.js";
import { conversation } from "../scenarios/conversation.js";

export default check("m3-messaging/first-message", {
  requirement: "M3-03",
  scenario: conversation,
  reached: (trace) => trace.stanzas.fromProvider.tag("message").list.slice(0, 1),
  judge({ expect, reached: [first] }) {
    const enc = childOf(first.node, "enc");
    expect("type of the first enc", enc?.attrs["type"], first).is("pkmsg");
    expect("v of the first enc", enc?.attrs["v"], first).is("2");
  },
  hint: "Send the first message of a session as a pre-key message: one enc with type pkmsg and v 2, directly in the message.",
  mutants: { "enc-type-mislabelled": "type of the first enc", "enc-version-1": "v of the first enc" },
});
