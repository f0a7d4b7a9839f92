import { type FileAnswer, fileAnswer, type FileRequest } from "../behaviour/files.js";
import { mutants, type Overrides } from "../behaviour/variant.js";

const nothing = new Uint8Array(0);
const largestServed = 64 * 2 ** 20;

/** Serves files as it should, and then changes the answer. `blob` is the file that the request names. */
function answers(
  change: (answer: FileAnswer, request: FileRequest, blob: Uint8Array | undefined) => FileAnswer,
): Overrides {
  return {
    files: {
      host: (files) => (request) => {
        const blob = files.get(request.ref);
        return change(fileAnswer(request, blob), request, blob);
      },
    },
  };
}

export default mutants({
  "cuts-large-files": {
    sentence: "Serves only the first 64 MiB of larger files",
    overrides: answers((_, request, blob) => fileAnswer(request, blob?.subarray(0, largestServed))),
  },
  "file-host-200-for-missing": {
    sentence: "Answers 200 for files that it does not have",
    overrides: answers((answer) => (answer.status === 404 ? { status: 200, headers: {}, body: nothing } : answer)),
  },
  "file-host-demands-login": {
    sentence: "Serves files only after a login",
    overrides: answers((answer) =>
      answer.status === 200 ? { status: 401, headers: { "www-authenticate": "Basic" }, body: nothing } : answer,
    ),
  },
  "file-host-head-of-nothing": {
    sentence: "Answers HEAD with a length of zero",
    overrides: answers((answer, { method }) => (method === "HEAD" ? { ...answer, body: nothing } : answer)),
  },
  "file-host-ignores-ranges": {
    sentence: "Answers a range with the whole file",
    overrides: answers((_, request, blob) => fileAnswer({ ...request, range: undefined }, blob)),
  },
  "file-host-in-chunks": {
    sentence: "Does not state the length of a file",
    overrides: { files: { statesLength: () => false } },
  },
  "file-host-matches-prefix": {
    sentence: "Compares only the beginning of a reference",
    overrides: {
      files: {
        host: (files) => (request) => {
          const match = [...files].find(([ref]) => ref.startsWith(request.ref));
          return fileAnswer(request, match?.[1]);
        },
      },
    },
  },
  "file-host-redirects": {
    sentence: "Redirects every request for a file",
    overrides: answers((answer, { ref }) =>
      answer.status === 200 ? { status: 302, headers: { location: `/elsewhere/${ref}` }, body: nothing } : answer,
    ),
  },
  "file-host-refuses-head": {
    sentence: "Answers HEAD with 405",
    overrides: answers((answer, { method }) =>
      method === "HEAD" ? { status: 405, headers: { allow: "GET" }, body: nothing } : answer,
    ),
  },
  "file-host-serves-once": {
    sentence: "Serves each file only once",
    overrides: {
      files: {
        host(files) {
          const served = new Set<string>();
          return (request) => {
            const answer = fileAnswer(request, files.get(request.ref));
            if (request.method !== "GET" || answer.status !== 200) return answer;
            if (served.has(request.ref)) return { status: 410, headers: {}, body: nothing };
            served.add(request.ref);
            return answer;
          };
        },
      },
    },
  },
  "file-host-sets-cookies": {
    sentence: "Sets a cookie with every file",
    overrides: answers((answer) => ({ ...answer, headers: { ...answer.headers, "set-cookie": "reader=1" } })),
  },
  "file-range-from-one": {
    sentence: "Counts the bytes of a range from one",
    overrides: answers((answer, _, blob) => {
      const from = Number(/^bytes (\d+)-/.exec(answer.headers["content-range"] ?? "")?.[1]);
      if (answer.status !== 206 || blob === undefined || from === 0) return answer;
      return { ...answer, body: blob.subarray(from - 1, from - 1 + answer.body.length) };
    }),
  },
  "file-range-off-by-one": {
    sentence: "Treats the end of a range as exclusive",
    overrides: answers((answer) => (answer.status === 206 ? { ...answer, body: answer.body.subarray(0, -1) } : answer)),
  },
  "file-range-past-end": {
    sentence: "Answers a range behind the end with the whole file",
    overrides: answers((answer, request, blob) =>
      answer.status === 416 ? fileAnswer({ ...request, range: undefined }, blob) : answer,
    ),
  },
  "forgets-aborted-files": {
    sentence: "Removes a file after an aborted download",
    overrides: { files: { forgetsAborted: true } },
  },
  "impatient-file-host": {
    sentence: "Hangs up on slow readers",
    overrides: { files: { readerPatienceMs: 250 } },
  },
  "two-readers-at-most": {
    sentence: "Serves at most two readers at a time",
    overrides: {
      files: {
        host: (files, open) => (request) =>
          open() > 1 ? { status: 503, headers: {}, body: nothing } : fileAnswer(request, files.get(request.ref)),
      },
    },
  },
});
