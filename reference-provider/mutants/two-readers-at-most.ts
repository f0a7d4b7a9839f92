import { mutant } from "../behaviour/variation.js";
import { fileAnswer } from "../files/answer.js";

export default mutant("two-readers-at-most", "Has time for two readers only", {
  files: {
    host: (store, open) => {
      return (request) => {
        const answer = fileAnswer(request, store.files.get(request.ref));
        return open() > 1 ? { status: 503, headers: {}, body: new Uint8Array() } : answer;
      };
    },
  },
});
