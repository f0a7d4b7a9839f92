import { mutant } from "../behaviour/variation.js";
import { fileAnswer } from "../files/answer.js";

export default mutant("file-host-sets-cookies", "Sets a cookie with every file", {
  files: {
    host: (store) => {
      return (request) => {
        const answer = fileAnswer(request, store.files.get(request.ref));
        return { ...answer, headers: { ...answer.headers, "set-cookie": "reader=1" } };
      };
    },
  },
});
