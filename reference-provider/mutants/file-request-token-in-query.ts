import { mutant } from "../behaviour/variation.js";

export default mutant("file-request-token-in-query", "Puts its token into the address of a file that it fetches", {
  files: { requestQuery: async (_, token) => `?auth=${await token()}` },
});
