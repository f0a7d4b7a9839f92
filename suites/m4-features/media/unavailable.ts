import { expectWholeFile, reachedFault, sentUnder } from "../../kit/files-in.js";
import { check } from "../../kit/index.js";
import { mediaTransfer } from "../../scenarios/media-transfer.js";

export default check("m4-features/media/unavailable", {
  requirement: "M4-55",
  scenario: mediaTransfer,
  reached: (trace) => reachedFault(trace, "media-unavailable").flatMap((fault) => sentUnder(trace, fault) ?? []),
  judge: ({ expect, reached: [sent], trace }) => expectWholeFile(expect, trace, sent),
  hint: "Try again after 5xx, a few times and with pauses.",
  mutants: { "gives-up-on-files": "file shown to the user" },
  lawful: ["asks-before-fetching"],
});
