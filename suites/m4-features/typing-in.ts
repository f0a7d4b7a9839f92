import { check } from "../kit/index.js";
import { beforeBurst, typing } from "../scenarios/typing.js";

export default check("m4-features/typing-in", {
  requirement: "M4-91",
  version: 2,
  scenario: typing,
  // Several at once may be shown as one; m4-features/typing-at-once judges the last of them.
  reached: (trace) => beforeBurst(trace).stanzas.toProvider.tag("chatstate").list,
  judge({ expect, reached, trace }) {
    for (const sent of reached) {
      const [event] = trace.after(sent).of("event", (entry) => entry.event.kind === "typing");
      const state = String(event?.event["state"] ?? "nothing");
      expect("typing shown to the user", state, event ?? sent).is(sent.node.children?.[0]?.tag ?? "");
      if (event !== undefined) expect("who is typing", event.event["from"], event).is(sent.node.attrs["from"] ?? "");
    }
  },
  hint: "Show the user when a contact types, and when the contact stops.",
  mutants: { "hides-typing": "typing shown to the user" },
});
