import { check } from "../../kit/index.js";
import { textIn } from "../../kit/json.js";
import { shown } from "../../kit/texts.js";
import { expectWholeFile, faultsOfFetched, mediaTransfer, sentUnder } from "../../scenarios/media-in.js";

export default check("m4-features/media/odd-headers", {
  requirement: "M4-168",
  scenario: mediaTransfer,
  reached: (trace) => faultsOfFetched(trace, "media-odd-headers").flatMap((fault) => sentUnder(trace, fault) ?? []),
  judge({ expect, reached: [sent], trace }) {
    expectWholeFile(expect, trace, sent);
    const [event] = shown(trace, sent.messageId);
    if (event === undefined) return;
    expect("file name", textIn(event.event["content"], "fileName"), event).is(textIn(sent.content, "fileName"));
  },
  hint: "Read names of headers in any case, and take the name of a file from its message only.",
  mutants: { "hides-file-names": "file name", "names-files-from-header": "file name" },
});
