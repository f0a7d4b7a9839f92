import { expectNotShown } from "../../kit/deviant-message.js";
import { reachedFault } from "../../kit/files-in.js";
import { check } from "../../kit/index.js";
import { mediaDeviant } from "../../scenarios/media-deviant.js";

export default check("m4-features/media/missing-in", {
  requirement: "M4-53",
  version: 2,
  scenario: mediaDeviant,
  reached: (trace) => reachedFault(trace, "media-missing"),
  judge({ expect, reached, trace }) {
    for (const fault of reached) expectNotShown(expect, trace, fault);
  },
  hint: "Show that the file could not be fetched, not an empty one.",
  mutants: { "shows-missing-files": "message shown to the user" },
  lawful: ["asks-before-fetching"],
});
