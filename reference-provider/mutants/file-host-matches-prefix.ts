import { mutant } from "../behaviour/variation.js";
import { fileAnswer } from "../files/answer.js";

export default mutant("file-host-matches-prefix", "Compares only the beginning of a reference", {
  files: {
    host: (store) => (request) => {
      const match = [...store.files].find(([ref]) => ref.startsWith(request.ref));
      return fileAnswer(request, match?.[1]);
    },
  },
});
