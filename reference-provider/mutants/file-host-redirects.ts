import { mutant } from "../behaviour/variation.js";
import { fileAnswer } from "../files/answer.js";

export default mutant("file-host-redirects", "Redirects every request for a file", {
  files: {
    host: (store) => {
      return (request) => {
        const answer = fileAnswer(request, store.files.get(request.ref));
        const headers = { location: `/elsewhere/${request.ref}` };
        return answer.status === 200 ? { status: 302, headers, body: new Uint8Array() } : answer;
      };
    },
  },
});
