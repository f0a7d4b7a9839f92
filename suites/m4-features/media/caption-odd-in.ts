import { appliedFaults } from "../../kit/faults.js";
import { check } from "../../kit/index.js";
import { textIn } from "../../kit/json.js";
import { expectText } from "../../kit/odd-texts.js";
import { shown } from "../../kit/texts.js";
import { captionsIn } from "../../scenarios/captions.js";
import { deliveredFiles } from "../../scenarios/media-in.js";

export default check("m4-features/media/caption-odd-in", {
  requirement: "M4-118",
  scenario: captionsIn,
  reached(trace) {
    const wrapped = appliedFaults(trace).map(({ messageId }) => messageId);
    return deliveredFiles(trace).filter(
      ({ messageId }) => !wrapped.includes(messageId) && shown(trace, messageId).length > 0,
    );
  },
  judge({ expect, reached, trace }) {
    for (const entry of reached) {
      const [event] = shown(trace, entry.messageId);
      const content = event?.event["content"];
      for (const [what, name] of [
        ["caption", "caption"],
        ["file name", "fileName"],
      ] as const) {
        const wanted = textIn(entry.content, name) ?? "";
        expectText(expect, `${what} ${JSON.stringify(wanted)}`, textIn(content, name), wanted, event ?? entry);
      }
    }
  },
  hint: "Show captions and file names as the text that they are. A separator in a name is no path: never use it as one.",
  mutants: {
    "captions-trimmed": 'caption " at the edges \\n"',
    "file-names-as-paths": 'file name "../../outside.txt"',
    "file-names-composed": 'file name "cafe\u0301.pdf"',
    "hides-captions": 'caption "# *One*\\n\\n_two_"',
    "hides-file-names": 'file name ".hidden"',
  },
});
