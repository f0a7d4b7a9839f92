import { mutant } from "../behaviour/variation.js";
import { fileAnswer } from "../files/answer.js";

export default mutant("file-host-refuses-head", "Does not know HEAD", {
  files: {
    host: (store) => {
      return (request) => {
        const answer = fileAnswer(request, store.files.get(request.ref));
        return request.method === "HEAD" ? { status: 405, headers: { allow: "GET" }, body: new Uint8Array() } : answer;
      };
    },
  },
});
