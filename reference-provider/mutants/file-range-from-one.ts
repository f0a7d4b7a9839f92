import { mutant } from "../behaviour/variation.js";
import { fileAnswer } from "../files/answer.js";

export default mutant("file-range-from-one", "Counts the bytes of a range from one", {
  files: {
    host: (store) => (request) => {
      const blob = store.files.get(request.ref);
      const answer = fileAnswer(request, blob);
      const from = Number(/^bytes (\d+)-/.exec(answer.headers["content-range"] ?? "")?.[1]);
      if (answer.status !== 206 || blob === undefined || from === 0) return answer;
      return { ...answer, body: blob.subarray(from - 1, from - 1 + answer.body.length) };
    },
  },
});
