import { check } from "../kit/index.js";
import { memberOf } from "../kit/json.js";
import { plainReplies, replies } from "../scenarios/replies.js";

export default check("m4-features/reply-out", {
  requirement: "M4-70",
  version: 2,
  scenario: replies,
  // Answers with files are judged by m4-features/reply-with-file, answers to what came again by m4-features/reply-to-resent.
  reached: (trace) => plainReplies(trace).map(({ opened }) => opened),
  judge({ expect, trace }) {
    for (const { opened, wanted, found } of plainReplies(trace)) {
      expect("id of the message that is answered", memberOf(found, "id"), opened).is(wanted.id);
    }
  },
  hint: "Write a reply as extended text whose contextInfo holds the id of the message that it answers (stanzaId).",
  mutants: { "reply-without-reference": "id of the message that is answered" },
  lawful: ["reply-without-quote"],
});
