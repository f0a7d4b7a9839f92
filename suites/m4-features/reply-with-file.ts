import { someFileType } from "../kit/files.js";
import { check } from "../kit/index.js";
import { memberOf } from "../kit/json.js";
import { openedReplies, replies } from "../scenarios/replies.js";

export default check("m4-features/reply-with-file", {
  requirement: "M4-113",
  needs: [someFileType],
  scenario: replies,
  reached: (trace) => openedReplies(trace).flatMap(({ opened }) => (opened.content?.type === "media" ? opened : [])),
  judge({ expect, reached, trace }) {
    for (const { opened, wanted, found } of openedReplies(trace)) {
      if (!reached.includes(opened)) continue;
      const type = String(opened.content?.["kind"]);
      expect(`id of the message that a file answers: ${type}`, memberOf(found, "id"), opened).is(wanted.id);
    }
  },
  hint: "Each kind of file has its own contextInfo: put stanzaId and participant there when the file answers a message.",
  mutants: {
    "reply-with-file-loses-reference": "id of the message that a file answers: document",
    "reply-without-reference": "id of the message that a file answers: document",
  },
  lawful: ["reply-without-quote"],
});
