import { expectWholeFile, reachedFault, sentUnder } from "../../kit/files-in.js";
import { check } from "../../kit/index.js";
import { mediaTransfer } from "../../scenarios/media-transfer.js";

export default check("m4-features/media/broken-off", {
  requirement: "M4-56",
  scenario: mediaTransfer,
  reached: (trace) => reachedFault(trace, "media-broken-off").flatMap((fault) => sentUnder(trace, fault) ?? []),
  judge: ({ expect, reached: [sent], trace }) => expectWholeFile(expect, trace, sent),
  hint: "Compare what came with Content-Length, and try again, from the start or with a range.",
  mutants: { "gives-up-on-files": "file shown to the user" },
  lawful: ["file-request-with-query"],
});
