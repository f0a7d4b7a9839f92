import { deliveredFiles, expectFileShown, isLarger } from "../../kit/files-in.js";
import { check } from "../../kit/index.js";
import { mediaIn } from "../../scenarios/media-in.js";

export default check("m4-features/media/video-in", {
  requirement: "M4-38",
  scenario: mediaIn,
  reached: (trace) => deliveredFiles(trace, "video").filter(isLarger),
  judge({ expect, reached, trace }) {
    for (const entry of reached) expectFileShown(expect, trace, entry);
  },
  hint: "Fetch the path of the message from Meta's media host, verify and decrypt what comes, and show it.",
  mutants: { "shows-videos-as-documents": "type of file" },
});
