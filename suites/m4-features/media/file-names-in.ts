import { check } from "../../kit/index.js";
import { textIn } from "../../kit/json.js";
import { shown } from "../../kit/texts.js";
import { deliveredFiles, mediaSizesIn } from "../../scenarios/media-in.js";

export default check("m4-features/media/file-names-in", {
  requirement: "M4-172",
  scenario: mediaSizesIn,
  reached: (trace) => deliveredFiles(trace).filter(({ messageId }) => shown(trace, messageId).length > 0),
  judge({ expect, reached, trace }) {
    for (const { content, messageId } of reached) {
      const [event] = shown(trace, messageId);
      expect("file name", textIn(event?.event["content"], "fileName"), event).is(textIn(content, "fileName"));
    }
  },
  hint: "Show the name of a document as the text that it is, and never use it as a path: choose the name of a stored file yourself.",
  mutants: {
    "hides-file-names": "file name",
    "file-names-as-paths": "file name",
  },
});
