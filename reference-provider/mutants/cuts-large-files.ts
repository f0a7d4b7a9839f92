import { mutant } from "../behaviour/variation.js";
import { fileAnswer } from "../files/answer.js";

const limit = 64 * 2 ** 20;

export default mutant("cuts-large-files", "Serves the first 64 MiB of files that are larger", {
  files: {
    host: (store) => (request) => fileAnswer(request, store.files.get(request.ref)?.subarray(0, limit)),
  },
});
