import { check } from "../kit/index.js";
import { memberOf } from "../kit/json.js";
import { openedReplies, replies } from "../scenarios/replies.js";

export default check("m4-features/reply-out", {
  requirement: "M4-70",
  scenario: replies,
  reached: (trace) => openedReplies(trace).map(({ opened }) => opened),
  judge({ expect, trace }) {
    for (const { opened, wanted, found } of openedReplies(trace)) {
      expect("id of the message that is answered", memberOf(found, "id"), opened).is(wanted.id);
    }
  },
  hint: "Write a reply as extended text whose contextInfo holds the id of the message that it answers (stanzaId).",
  mutants: { "reply-without-reference": "id of the message that is answered" },
  lawful: ["reply-without-quote"],
});
