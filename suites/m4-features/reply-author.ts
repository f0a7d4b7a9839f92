import { memberOf } from "../kit/json.js";
import { check } from "../kit/index.js";
import { openedReplies } from "../kit/replies.js";
import { replies } from "../scenarios/replies.js";

export default check("m4-features/reply-author", {
  requirement: "M4-71",
  scenario: replies,
  reached: (trace) => openedReplies(trace).flatMap(({ opened, found }) => (found === undefined ? [] : opened)),
  judge({ expect, trace }) {
    for (const { opened, wanted, found } of openedReplies(trace)) {
      if (found !== undefined)
        expect("author of the message that is answered", memberOf(found, "participant"), opened).is(wanted.from);
    }
  },
  hint: "Name the author of the message that is answered in contextInfo (participant), also when it is the user's own.",
  mutants: { "reply-without-author": "author of the message that is answered" },
});
