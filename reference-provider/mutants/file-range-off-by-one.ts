import { mutant } from "../behaviour/variation.js";
import { fileAnswer } from "../files/answer.js";

export default mutant("file-range-off-by-one", "Takes the end of a range for what comes after it", {
  files: {
    host: (store) => (request) => {
      const answer = fileAnswer(request, store.files.get(request.ref));
      return answer.status === 206 ? { ...answer, body: answer.body.subarray(0, -1) } : answer;
    },
  },
});
