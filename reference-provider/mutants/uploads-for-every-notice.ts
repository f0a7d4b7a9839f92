import { mutant } from "../behaviour/variation.js";

export default mutant(
  "uploads-for-every-notice",
  "Begins an upload for every notice, whether one is under way or not",
  {
    keys: { uploadsSideBySide: true },
  },
);
