import { faultsOnMessages } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { sealedText, shown } from "../kit/texts.js";
import { textIn, memberOf } from "../kit/json.js";
import { oddMessages } from "../scenarios/odd-messages.js";

export default check("m2-channel/content-extended", {
  requirement: "M2-97",
  scenario: oddMessages,
  reached: (trace) => faultsOnMessages(trace, "content-extended"),
  judge({ expect, reached: [fault], trace }) {
    const id = fault.messageId ?? "";
    const [event] = shown(trace, id);
    const text = textIn(memberOf(event?.event, "content"), "text");
    expect("text beside unknown fields", text, event ?? fault).is(sealedText(trace, id));
  },
  hint: "Leave out fields of the content that you do not know, of every wire type, and show the rest.",
  mutants: { "refuses-unknown-fields": "text beside unknown fields" },
});
