import { createHash } from "node:crypto";
import { mutant } from "../behaviour/variation.js";

export default mutant("enc-hash-without-mac", "Takes the hash of the stored file without its MAC", {
  files: {
    content: (content, { blob }) => ({
      ...content,
      fileEncSha256: new Uint8Array(createHash("sha256").update(blob.subarray(0, -10)).digest()),
    }),
  },
});
