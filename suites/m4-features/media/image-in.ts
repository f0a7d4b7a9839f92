import { deliveredFiles, expectFileShown, isLarger } from "../../kit/files-in.js";
import { check } from "../../kit/index.js";
import { mediaIn } from "../../scenarios/media-in.js";

export default check("m4-features/media/image-in", {
  requirement: "M4-37",
  scenario: mediaIn,
  reached: (trace) => deliveredFiles(trace, "image").filter(isLarger),
  judge({ expect, reached, trace }) {
    for (const entry of reached) expectFileShown(expect, trace, entry);
  },
  hint: "Fetch the path of the message from Meta's media host, verify and decrypt what comes, and show it.",
  mutants: { "cuts-images-in": "file" },
  lawful: ["file-request-with-query"],
});
