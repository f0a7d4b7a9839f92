import { mutant } from "../behaviour/variation.js";

export default mutant("file-request-carries-cookie", "Sends a cookie when it fetches a file", {
  files: {
    requestHeaders: async () => ({ cookie: "reader=1" }),
  },
});
