import { toBase64Url } from "../../core/bytes.js";
import { fileAnswer } from "../behaviour/files.js";
import { lawful } from "../behaviour/variant.js";

export default lawful({
  "asks-before-fetching": {
    sentence: "Sends HEAD before it fetches a file",
    overrides: { files: { asksFirst: true } },
  },
  "file-host-410-for-missing": {
    sentence: "Answers 410 for every missing file",
    overrides: {
      files: {
        host: (files) => (request) => {
          const answer = fileAnswer(request, files.get(request.ref));
          return answer.status === 404 ? { ...answer, status: 410 } : answer;
        },
      },
    },
  },
  "file-host-head-unsized": {
    sentence: "States no length in the answer to HEAD",
    overrides: { files: { statesLength: (method) => method !== "HEAD" } },
  },
  "file-refs-as-uuids": {
    sentence: "Uses random UUIDs as references to files",
    overrides: {
      files: {
        ref(random) {
          const hex = Buffer.from(random.bytes(16)).toString("hex");
          const variant = "89ab"[random.int(4)] ?? "8";
          return [
            hex.slice(0, 8),
            hex.slice(8, 12),
            `4${hex.slice(13, 16)}`,
            variant + hex.slice(17, 20),
            hex.slice(20),
          ].join("-");
        },
      },
    },
  },
  "file-request-with-query": {
    sentence: "Adds a query to the path of a file that it fetches, as open clients do",
    overrides: {
      files: {
        requestQuery: async ({ fileEncSha256 }) => `?hash=${toBase64Url(fileEncSha256)}&mms-type=image&__wa-mms=`,
      },
    },
  },
  "sends-documents-only": {
    sentence: "Can send only documents",
    overrides: { files: { kinds: ["document"] } },
  },
  "small-thumbnail": {
    sentence: "Puts a small thumbnail into the message",
    overrides: {
      files: {
        content: (content) => (content.kind === "image" ? { ...content, thumbnail: new Uint8Array(4000) } : content),
      },
    },
  },
  "tight-mime-types": {
    sentence: "Writes MIME types without spaces",
    overrides: {
      files: { content: (content) => ({ ...content, mimetype: content.mimetype.replaceAll(" ", "") }) },
    },
  },
});
