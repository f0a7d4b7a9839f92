import { toBase64Url } from "../../core/bytes.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("names-file-in-ref", "Puts the file's name into the reference", {
  files: {
    ref: (random, { file }) => toBase64Url(random.bytes(24)) + (file.fileName ?? "").replace(/[^\w-]/g, "_"),
  },
});
