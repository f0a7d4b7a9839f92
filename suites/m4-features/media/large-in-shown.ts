import { check } from "../../kit/index.js";
import { shown } from "../../kit/texts.js";
import { deliveredFiles, mediaLargeIn } from "../../scenarios/media-in.js";

export default check("m4-features/media/large-in-shown", {
  requirement: "M4-144",
  scenario: mediaLargeIn,
  reached: (trace) => deliveredFiles(trace),
  judge({ expect, reached: [sent], trace }) {
    const [event] = shown(trace, sent.messageId);
    expect("file of 16 MiB shown to the user", event === undefined ? "no" : "yes", event ?? sent).is("yes");
  },
  hint: "Take files of the size of a short video; limits are not published.",
  mutants: { "refuses-large-files": "file of 16 MiB shown to the user" },
});
