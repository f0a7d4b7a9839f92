import { refusesDescriptor } from "../../scenarios/media-in.js";

export default refusesDescriptor("m4-features/media/descriptor-key-in", {
  requirement: "M4-162",
  fields: ["mediaKey"],
  hint: "A file without a media key of 32 bytes cannot be opened: say so to the user, and go on with the next message.",
  mutants: {
    "shows-bad-content": "file shown with mediaKey absent",
    "crashes-on-bad-content": "next file shown",
  },
  lawful: ["asks-again-for-everything"],
});
