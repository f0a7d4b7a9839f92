import { check } from "../../kit/index.js";
import { textIn } from "../../kit/json.js";
import { shown } from "../../kit/texts.js";
import { deliveredFiles, mediaIn } from "../../scenarios/media-in.js";

export default check("m4-features/media/caption-in", {
  requirement: "M4-42",
  scenario: mediaIn,
  reached: (trace) =>
    deliveredFiles(trace).filter(
      (entry) => textIn(entry.content, "caption") !== undefined && shown(trace, entry.messageId).length > 0,
    ),
  judge({ expect, reached, trace }) {
    for (const entry of reached) {
      const [event] = shown(trace, entry.messageId);
      const content = event?.event["content"];
      expect("caption", textIn(content, "caption"), event).is(textIn(entry.content, "caption"));
      expect("file name", textIn(content, "fileName"), event).is(textIn(entry.content, "fileName"));
    }
  },
  hint: "Show what the sender wrote under the file, and the name of a document.",
  mutants: { "hides-captions": "caption", "hides-file-names": "file name" },
});
