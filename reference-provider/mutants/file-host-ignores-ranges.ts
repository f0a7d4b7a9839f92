import { mutant } from "../behaviour/variation.js";
import { fileAnswer } from "../files/answer.js";

export default mutant("file-host-ignores-ranges", "Answers a range with the whole file", {
  files: {
    host: (store) => (request) => fileAnswer({ ...request, range: undefined }, store.files.get(request.ref)),
  },
});
