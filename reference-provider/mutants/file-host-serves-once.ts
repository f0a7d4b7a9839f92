import { mutant } from "../behaviour/variation.js";
import { fileAnswer } from "../files/answer.js";

export default mutant("file-host-serves-once", "Hands out a file once", {
  files: {
    host: (store) => {
      const served = new Set<string>();
      return (request) => {
        const answer = fileAnswer(request, store.files.get(request.ref));
        if (request.method !== "GET" || answer.status !== 200) return answer;
        if (served.has(request.ref)) return { status: 410, headers: {}, body: new Uint8Array() };
        served.add(request.ref);
        return answer;
      };
    },
  },
});
