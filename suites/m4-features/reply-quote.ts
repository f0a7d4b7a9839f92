import { check } from "../kit/index.js";
import { memberOf } from "../kit/json.js";
import { openedReplies, replies, writtenTexts } from "../scenarios/replies.js";

export default check("m4-features/reply-quote", {
  requirement: "M4-72",
  version: 2,
  scenario: replies,
  reached: (trace) => openedReplies(trace).flatMap(({ opened, found }) => (found === undefined ? [] : opened)),
  judge({ expect, trace }) {
    const written = writtenTexts(trace);
    for (const { opened, wanted, found } of openedReplies(trace)) {
      const quoted = memberOf(found, "quotedText");
      // A quote is optional: the recipient has the message.
      if (quoted !== undefined) expect("quoted text", quoted, opened).is(written.get(wanted.id) ?? "");
    }
  },
  hint: "Quote in a reply what was written, or nothing.",
  mutants: {
    "reply-quotes-other-text": "quoted text",
    "escapes-quotes": "quoted text",
    "escapes-markup": "quoted text",
    "shows-unopened-as-empty": "quoted text",
    "quotes-files-as-texts": "quoted text",
    "cuts-text-out": "quoted text",
  },
  lawful: ["reply-without-quote"],
});
