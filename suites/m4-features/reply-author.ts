import { check } from "../kit/index.js";
import { memberOf } from "../kit/json.js";
import { accountIn, openedReplies, replies } from "../scenarios/replies.js";

export default check("m4-features/reply-author", {
  version: 3,
  requirement: "M4-71",
  scenario: replies,
  reached: (trace) => openedReplies(trace).flatMap(({ opened, found }) => (found === undefined ? [] : opened)),
  judge({ expect, trace }) {
    for (const { opened, wanted, found } of openedReplies(trace)) {
      if (found === undefined) continue;
      const author = accountIn(String(memberOf(found, "participant") ?? "nobody"));
      expect("author of the message that is answered", author, opened).is(accountIn(wanted.from));
    }
  },
  hint: "Name the author of the message that is answered in contextInfo (participant), also when it is the user's own.",
  mutants: {
    "reply-without-author": "author of the message that is answered",
    "reply-names-itself": "author of the message that is answered",
  },
});
