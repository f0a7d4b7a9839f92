import { openedFiles, requestedFiles } from "../../kit/files.js";
import { check } from "../../kit/index.js";
import { textIn } from "../../kit/json.js";
import { expectText } from "../../kit/odd-texts.js";
import { captionsOut } from "../../scenarios/captions.js";

export default check("m4-features/media/caption-odd-out", {
  requirement: "M4-119",
  scenario: captionsOut,
  reached: openedFiles,
  judge({ expect, reached, trace }) {
    const requested = requestedFiles(trace);
    for (const entry of reached) {
      const { caption = "", fileName = "" } = requested.get(entry.messageId) ?? {};
      for (const [what, name, wanted] of [
        ["caption", "caption", caption],
        ["file name", "fileName", fileName],
      ] as const) {
        expectText(expect, `${what} ${JSON.stringify(wanted)}`, textIn(entry.content, name), wanted, entry);
      }
    }
  },
  hint: "Put captions and file names into the message as the user gave them: do not escape, trim or normalise them.",
  mutants: {
    "escapes-captions": `caption ${JSON.stringify(`<i>a</i> & "b" 'c'`)}`,
    "file-names-in-ascii": 'file name "caf\u00e9.pdf"',
    "drops-captions": 'caption "# *One*\\n\\n_two_"',
    "drops-file-names": 'file name ".hidden"',
    "caption-from-file-name": 'caption "no extension"',
  },
});
