import { groupDeliveries } from "../kit/groups.js";
import { check } from "../kit/index.js";
import { sealedMessages, shown } from "../kit/texts.js";
import { groupTalk } from "../scenarios/groups.js";

export default check("groups/text-in", {
  requirement: "G-12",
  scenario: groupTalk,
  reached: groupDeliveries,
  judge({ expect, reached, trace }) {
    for (const entry of reached) {
      const id = entry.node.attrs["id"] ?? "";
      const said = sealedMessages(trace).find(({ messageId }) => messageId === id);
      const [event] = shown(trace, id);
      if (!expect("message shown to the user", event === undefined ? "no" : "yes", event ?? entry).is("yes")) continue;
      const content = event?.event["content"] as { readonly text?: unknown } | undefined;
      expect("text", content?.text, event).is(said?.content["text"]);
    }
  },
  hint: "Take the key out of the pairwise message first, then open the skmsg with it, and report the text.",
  mutants: { "group-mangles-text-in": "text" },
});
