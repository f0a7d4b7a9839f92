import { lawful } from "../behaviour/variation.js";
import { fileAnswer } from "../files/answer.js";

export default lawful("file-host-410-for-missing", "Says of every file that is not there that it is gone", {
  files: {
    host: (store) => (request) => {
      const answer = fileAnswer(request, store.files.get(request.ref));
      return answer.status === 404 ? { ...answer, status: 410 } : answer;
    },
  },
});
