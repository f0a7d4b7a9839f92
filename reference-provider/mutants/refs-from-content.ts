import { createHash } from "node:crypto";
import { mutant } from "../behaviour/variation.js";

export default mutant("refs-from-content", "Names a file by the digest of what is in it", {
  files: {
    ref: (_, { file }) => createHash("sha256").update(file.data).digest("base64url"),
  },
});
