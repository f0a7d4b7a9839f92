import { mutant } from "../behaviour/variation.js";
import { fileAnswer } from "../files/answer.js";

export default mutant("file-host-200-for-missing", "Answers 200 for files that are not there", {
  files: {
    host: (store) => {
      return (request) => {
        const answer = fileAnswer(request, store.files.get(request.ref));
        return answer.status === 404 ? { status: 200, headers: {}, body: new Uint8Array() } : answer;
      };
    },
  },
});
