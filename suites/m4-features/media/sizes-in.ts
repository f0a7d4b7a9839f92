import { check } from "../../kit/index.js";
import { deliveredFiles, expectWholeFile, mediaSizesIn } from "../../scenarios/media-in.js";

export default check("m4-features/media/sizes-in", {
  requirement: "M4-141",
  scenario: mediaSizesIn,
  reached: (trace) => deliveredFiles(trace),
  judge({ expect, reached, trace }) {
    for (const sent of reached) expectWholeFile(expect, trace, sent);
  },
  hint: "Decrypt a file as a whole, whatever its size is: also one that ends where a chunk of yours ends.",
  mutants: {
    "keeps-padding-block": "file",
    "opens-documents-as-images": "file shown to the user",
    "spoils-files-above-8-kib-in": "file",
    "spoils-files-above-1-mib-in": "file",
    "refuses-chunk-borders": "file shown to the user",
  },
});
