import { mutant } from "../behaviour/variation.js";
import { fileAnswer } from "../files/answer.js";

export default mutant("file-host-head-of-nothing", "Says in the answer to HEAD that the file has no bytes", {
  files: {
    host: (store) => (request) => {
      const answer = fileAnswer(request, store.files.get(request.ref));
      return request.method === "HEAD" ? { ...answer, body: new Uint8Array() } : answer;
    },
  },
});
