import { check } from "../kit/index.js";
import { textIn } from "../kit/json.js";
import { isOpen, openedMessages } from "../kit/texts.js";
import { messageIds, sealedAgain } from "../scenarios/ids.js";

export default check("m3-messaging/ids-in-references", {
  requirement: "M3-142",
  scenario: messageIds,
  needs: [["replies", "reactions"]],
  reached: (trace) =>
    openedMessages(trace).filter(
      (entry) => isOpen(entry) && (entry.content?.["replyTo"] ?? entry.content?.["target"]) !== undefined,
    ),
  judge({ expect, reached, trace }) {
    for (const entry of reached) {
      const reference = entry.content?.["replyTo"] ?? entry.content?.["target"];
      expect("id in a reply or reaction", textIn(reference, "id"), entry).is(sealedAgain(trace)?.messageId);
    }
  },
  hint: "Repeat the id of a message letter by letter when you reply or react to it.",
  mutants: {
    "changes-ids-in-references": "id in a reply or reaction",
    "reaction-other-target": "id in a reply or reaction",
  },
});
