import { mutant } from "../behaviour/variation.js";
import { fileAnswer } from "../files/answer.js";

export default mutant("file-range-past-end", "Answers a range behind the end with the whole file", {
  files: {
    host: (store) => (request) => {
      const blob = store.files.get(request.ref);
      const answer = fileAnswer(request, blob);
      return answer.status === 416 ? fileAnswer({ ...request, range: undefined }, blob) : answer;
    },
  },
});
