import { toBase64Url } from "../../core/bytes.js";
import { lawful } from "../behaviour/variation.js";

export default lawful(
  "file-request-with-query",
  "Adds a query to the path of a file that it fetches, as open clients do",
  {
    files: {
      requestQuery: async ({ fileEncSha256 }) => `?hash=${toBase64Url(fileEncSha256)}&mms-type=image&__wa-mms=`,
    },
  },
);
