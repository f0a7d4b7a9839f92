import { gunzipSync } from "node:zlib";
import { toBase64Url } from "../../core/bytes.js";
import { entityTag, type FileAnswer, fileAnswer, type FileRequest, lawfulFiles } from "../behaviour/files.js";
import { lawful, type Overrides } from "../behaviour/variant.js";
import { severalParts } from "../files/several-parts.js";

/** Serves files as the conformant host does, and then changes the answer. */
function answers(change: (answer: FileAnswer, request: FileRequest, blob: Uint8Array) => FileAnswer): Overrides {
  return {
    files: {
      host: (files) => (request) => {
        const blob = files.get(request.ref);
        const answer = fileAnswer(request, blob);
        return blob === undefined ? answer : change(answer, request, blob);
      },
    },
  };
}

/** Nothing of the first bytes of an encrypted file is fixed, so this may be wrong once in millions of files. */
function isPacked(blob: Uint8Array): boolean {
  return blob[0] === 0x1f && blob[1] === 0x8b && blob[2] === 8;
}

const lastModified = "Mon, 05 Jan 2026 12:00:00 GMT";

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
  "file-host-dated": {
    sentence: "Gives the date of a file instead of a tag, and honours If-Range with that date",
    overrides: answers((_, { headers, ...request }, blob) => {
      const { "if-range": condition, "if-none-match": _ignored, ...others } = headers;
      const isOther = condition !== undefined && condition !== lastModified;
      const plain = fileAnswer({ ...request, headers: { ...others, ...(isOther && { range: undefined }) } }, blob);
      const { etag: _tag, ...kept } = plain.headers;
      return { ...plain, headers: plain.status < 300 ? { ...kept, "last-modified": lastModified } : kept };
    }),
  },
  "file-host-range-unsized": {
    sentence: "Does not state the length of the whole file with a part of it",
    overrides: answers((answer) =>
      answer.status === 206
        ? {
            ...answer,
            headers: {
              ...answer.headers,
              "content-range": (answer.headers["content-range"] ?? "").replace(/\/\d+$/, "/*"),
            },
          }
        : answer,
    ),
  },
  "file-host-several-parts": {
    sentence: "Serves several ranges at once",
    overrides: { files: { host: severalParts("\r\n") } },
  },
  "file-host-weak-tags": {
    sentence: "Gives weak tags, so that every If-Range gets the whole file",
    overrides: answers((answer, request, blob) => {
      const { "if-range": condition } = request.headers;
      const found =
        condition === undefined ? answer : fileAnswer({ ...request, headers: { "if-range": undefined } }, blob);
      return found.status < 400 ? { ...found, headers: { ...found.headers, etag: `W/${entityTag(blob)}` } } : found;
    }),
  },
  "reads-compressed-files": {
    sentence: "Takes compressed files from Meta's media host",
    overrides: {
      files: {
        requestHeaders: async () => ({ "accept-encoding": "gzip" }),
        open: (blob, content) => lawfulFiles.open(isPacked(blob) ? gunzipSync(blob) : blob, content),
      },
    },
  },
  "resumes-files": {
    sentence: "Goes on with a transfer where it broke off",
    overrides: { files: { resumeAt: (received) => received } },
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
  "sends-files-undescribed": {
    sentence: "Leaves out when the key of a file was made",
    overrides: {
      files: { content: ({ mediaKeyTimestamp: _time, ...content }) => content },
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
      files: { content: (content) => ({ ...content, mimetype: (content.mimetype ?? "").replaceAll(" ", "") }) },
    },
  },
});
