import { mutant } from "../behaviour/variation.js";

export default mutant("reuses-file-key", "Seals every file with the same key", {
  files: {
    mediaKey: (random, previous) => previous ?? random.bytes(32),
  },
});
