import { refusesDescriptor } from "../../scenarios/media-in.js";

export default refusesDescriptor("m4-features/media/descriptor-path-in", {
  requirement: "M4-163",
  fields: ["directPath"],
  hint: "A file is at its path on Meta's media host, or nowhere.",
  mutants: {
    "crashes-on-bad-content": "next file shown",
    "shows-bad-content": "file shown with directPath absent",
    "shows-missing-files": "file shown with directPath other-host",
  },
  lawful: ["asks-again-for-everything"],
});
