import { mutant } from "../behaviour/variation.js";
import { fileAnswer } from "../files/answer.js";

export default mutant("file-host-demands-login", "Hands out files only to those who log in", {
  files: {
    host: (store) => {
      return (request) => {
        const answer = fileAnswer(request, store.files.get(request.ref));
        return answer.status === 200
          ? { status: 401, headers: { "www-authenticate": "Basic" }, body: new Uint8Array() }
          : answer;
      };
    },
  },
});
