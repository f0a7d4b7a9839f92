import { appliedFaults } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { textIn } from "../kit/json.js";
import { expectText } from "../kit/odd-texts.js";
import { deliveries, sealedText, shown } from "../kit/texts.js";
import { conversation } from "../scenarios/conversation.js";

export default check("m3-messaging/text-forms", {
  requirement: "M3-152",
  scenario: conversation,
  reached: (trace) =>
    appliedFaults(trace, "text-extended").filter(({ messageId = "" }) => deliveries(trace, messageId).length > 0),
  judge({ expect, reached, trace }) {
    for (const fault of reached) {
      const { messageId = "" } = fault;
      const [event] = shown(trace, messageId);
      const what = `extended text shown: ${String(fault.params["form"])}`;
      const text = event && (textIn(event.event["content"], "text") ?? "");
      expectText(expect, what, text, sealedText(trace, messageId), event ?? fault);
    }
  },
  hint: "A text is in conversation or in extendedTextMessage.text. The second may have a link preview, and need not have contextInfo.",
  mutants: {
    "swallows-extended-texts": "extended text shown: bare",
    "shows-extended-texts-raw": "extended text shown: link-preview",
  },
});
