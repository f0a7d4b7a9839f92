import { mutant } from "../behaviour/variation.js";

export default mutant("file-request-carries-token", "Sends its token when it fetches a file", {
  files: {
    requestHeaders: async (token) => ({ authorization: `Bearer ${await token()}` }),
  },
});
