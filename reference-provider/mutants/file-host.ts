import { gzipSync } from "node:zlib";
import { type ByteRange, contentRange, parseRange } from "../../protocol/media/range.js";
import {
  entityTag,
  type FileAnswer,
  fileAnswer,
  type FileRequest,
  lawfulFiles,
  type UserFile,
} from "../behaviour/files.js";
import { mutants, type Overrides } from "../behaviour/variant.js";
import { severalParts } from "../files/several-parts.js";

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

/** Answers a range other than it should; `at` is the range that was asked for, if there is one and it can be served. */
function parts(
  change: (at: ByteRange, answer: FileAnswer, request: FileRequest, blob: Uint8Array) => FileAnswer,
): Overrides {
  return answers((answer, request, blob) => {
    const at = blob && request.method === "GET" ? parseRange(request.headers["range"], blob.length) : undefined;
    if (blob === undefined || answer.status !== 206 || at === undefined || at === "unsatisfiable") return answer;
    return change(at, answer, request, blob);
  });
}

/** The answer that states this part, and has it. */
function part(blob: Uint8Array, answer: FileAnswer, range: ByteRange): FileAnswer {
  const headers = { ...answer.headers, "content-range": contentRange(range, blob.length) };
  return { status: 206, headers, body: blob.subarray(range.from, range.to + 1) };
}

/** Answers without this condition, where it takes it for fulfilled. */
function takesCondition(isFulfilled: (condition: string, tag: string) => boolean): Overrides {
  return answers((answer, request, blob) => {
    const condition = request.headers["if-range"];
    if (blob === undefined || condition === undefined || !isFulfilled(condition, entityTag(blob))) return answer;
    return fileAnswer({ ...request, headers: { ...request.headers, "if-range": undefined } }, blob);
  });
}

const lastModified = "Mon, 05 Jan 2026 12:00:00 GMT";

/** Has a date for each file, and answers as it should for what else is in the request. */
function dated(takes: (date: number) => boolean): Overrides {
  return answers((_, request, blob) => {
    const condition = request.headers["if-range"] ?? "";
    const isDate = !/^(?:W\/)?"/.test(condition) && takes(Date.parse(condition));
    const headers = isDate ? { ...request.headers, "if-range": undefined } : request.headers;
    const answer = fileAnswer({ ...request, headers }, blob);
    return answer.status < 300 ? { ...answer, headers: { ...answer.headers, "last-modified": lastModified } } : answer;
  });
}

/** Names files in its answers, as hosts of downloads do. */
function naming(header: (name: string, answer: FileAnswer, mimetype: string) => FileAnswer): () => Overrides {
  return () => {
    const names = new Map<string, UserFile>();
    return {
      files: {
        ref(random, about) {
          const ref = lawfulFiles.ref(random, about);
          names.set(ref, about.file);
          return ref;
        },
        host: (files) => (request) => {
          const { fileName = "", mimetype = "" } = names.get(request.ref) ?? {};
          return header(fileName, fileAnswer(request, files.get(request.ref)), mimetype);
        },
      },
    };
  };
}

const failed: FileAnswer = { status: 500, headers: {}, body: nothing };

export default mutants({
  "file-host-body-on-head": {
    sentence: "Sends bytes behind its answer to HEAD",
    overrides: { http: { sendsBodyOnHead: true } },
  },
  "file-host-304-for-any-tag": {
    sentence: "Answers 304 whenever a reader names a tag",
    overrides: answers((answer, { headers }) =>
      headers["if-none-match"] === undefined ? answer : { status: 304, headers: {}, body: nothing },
    ),
  },
  "file-host-chokes-on-names": {
    sentence: "Fails for files whose names have characters that no header may have",
    overrides: naming((name, answer) => (/^[\x20-\x7e]*$/.test(name) ? answer : failed)),
  },
  "file-host-chokes-on-quotes": {
    sentence: "Fails for files whose names have quotes",
    overrides: naming((name, answer) => (name.includes('"') ? failed : answer)),
  },
  "file-host-states-name": {
    sentence: "Names the file in a header of the media host",
    overrides: naming((name, answer) => {
      const headers = {
        ...answer.headers,
        "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      };
      return { ...answer, headers };
    }),
  },
  "file-host-states-type": {
    sentence: "Names the type of the file in a header of the media host",
    overrides: naming((_, answer, mimetype) => ({
      ...answer,
      headers: { ...answer.headers, "content-type": mimetype },
    })),
  },
  "file-host-ends-early": {
    sentence: "Ends the answer for a file of more than 8 MiB in the middle, as if that were all of it",
    overrides: {
      files: {
        statesLength: () => false,
        host: (files) => (request) => {
          const answer = fileAnswer(request, files.get(request.ref));
          const { body } = answer;
          return body.length > 8 * 2 ** 20 ? { ...answer, body: body.subarray(0, body.length / 2) } : answer;
        },
      },
    },
  },
  "file-host-spoils-large-files": {
    sentence: "Changes a byte of files of more than 8 MiB whenever it serves them",
    overrides: answers((answer) => {
      if (answer.body.length <= 8 * 2 ** 20) return answer;
      const body = Uint8Array.from(answer.body);
      body[5_000_000] = (body[5_000_000] ?? 0) ^ 1;
      return { ...answer, body };
    }),
  },
  "file-host-packs-with-old-length": {
    sentence: "Compresses a file for readers that take it, and states its former length",
    overrides: answers((answer, { headers }) =>
      answer.status === 200 && /gzip/.test(headers["accept-encoding"] ?? "")
        ? {
            ...answer,
            headers: { ...answer.headers, "content-encoding": "gzip", "content-length": `${answer.body.length}` },
            body: gzipSync(answer.body).subarray(0, answer.body.length - 1),
          }
        : answer,
    ),
  },
  "file-host-labels-as-packed": {
    sentence: "Says that a file is compressed which is not",
    overrides: answers((answer) => ({ ...answer, headers: { ...answer.headers, "content-encoding": "gzip" } })),
  },
  "file-host-ignores-if-range-tag": {
    sentence: "Serves a part although If-Range names another tag",
    overrides: takesCondition((condition) => condition.includes('"')),
  },
  "file-host-tag-substring": {
    sentence: "Takes a tag in If-Range that contains the right one for the right one",
    overrides: takesCondition((condition, tag) => condition.includes(tag.slice(1, -1)) && !condition.startsWith("W/")),
  },
  "file-host-weak-tag-matches": {
    sentence: "Takes a weak tag in If-Range for the right one",
    overrides: takesCondition((condition, tag) => condition === `W/${tag}`),
  },
  "file-host-ignores-if-range-date": {
    sentence: "Serves a part although the date in If-Range is long past",
    overrides: takesCondition((condition) => !condition.includes('"')),
  },
  "file-host-later-date-matches": {
    sentence: "Takes a date in If-Range that is later than its own for the same",
    overrides: dated((date) => date >= Date.parse(lastModified)),
  },
  "file-host-ignores-if-none-match": {
    sentence: "Sends a file to a reader that has it",
    overrides: answers((_, request, blob) =>
      fileAnswer({ ...request, headers: { ...request.headers, "if-none-match": undefined } }, blob),
    ),
  },
  "file-host-ranges-on-head": {
    sentence: "Answers HEAD with a range as if it were GET",
    overrides: answers((_, request, blob) => fileAnswer({ ...request, method: "GET" }, blob)),
  },
  "file-host-refuses-unknown-units": {
    sentence: "Refuses ranges of units that it does not know",
    overrides: answers((answer, { headers }) =>
      /^(?!bytes=)\w/i.test(headers["range"] ?? "") ? { status: 416, headers: {}, body: nothing } : answer,
    ),
  },
  "file-host-multipart-blank-line": {
    sentence: "Writes an empty line too many before each part of an answer to several ranges",
    overrides: { files: { host: severalParts("\r\n\r\n") } },
  },
  "file-range-refusal-unsized": {
    sentence: "Refuses a range behind the end without the length of the file",
    overrides: answers((answer) => (answer.status === 416 ? { ...answer, headers: {} } : answer)),
  },
  "file-range-served-behind-end": {
    sentence: "Answers a range behind the end with its last byte",
    overrides: answers((answer, _, blob) => {
      if (answer.status !== 416 || blob === undefined) return answer;
      return part(blob, answer, { from: blob.length - 1, to: blob.length - 1 });
    }),
  },
  "file-range-suffix-from-start": {
    sentence: "Reads a range of the last bytes as one of the first",
    overrides: parts((at, answer, { headers }, blob) =>
      /=-/.test(headers["range"] ?? "") ? part(blob, answer, { from: 0, to: at.to - at.from + 1 }) : answer,
    ),
  },
  "file-range-open-end-short": {
    sentence: "Leaves out the last byte of a range without an end",
    overrides: parts((at, answer, { headers }, blob) =>
      headers["range"]?.endsWith("-") === true && at.to > at.from
        ? part(blob, answer, { ...at, to: at.to - 1 })
        : answer,
    ),
  },
  "file-range-exclusive-end": {
    sentence: "Names the byte behind a part as its last one",
    overrides: parts((at, answer, _, blob) => {
      const stated = contentRange({ ...at, to: at.to + 1 }, blob.length);
      return { ...answer, headers: { ...answer.headers, "content-range": stated } };
    }),
  },
  "file-range-long-suffix-refused": {
    sentence: "Refuses a range of more last bytes than the file has",
    overrides: parts((_, answer, { headers }, blob) =>
      Number(/=-(\d+)$/.exec(headers["range"] ?? "")?.[1] ?? 0) > blob.length
        ? { status: 416, headers: { "content-range": contentRange("unsatisfiable", blob.length) }, body: nothing }
        : answer,
    ),
  },
  "file-range-overflows": {
    sentence: "Reads the numbers of a range as 32 bits",
    overrides: answers((_, request, blob) => {
      const range = request.headers["range"]?.replace(/\d+/g, (digits) => `${BigInt(digits) % 2n ** 32n}`);
      return fileAnswer({ ...request, headers: { ...request.headers, range } }, blob);
    }),
  },
  "file-range-probe-short": {
    sentence: "Answers bytes=0-1 with one byte",
    overrides: parts((_, answer, { headers }, blob) =>
      headers["range"] === "bytes=0-1" ? part(blob, answer, { from: 0, to: 0 }) : answer,
    ),
  },
  "file-range-promises-too-much": {
    sentence: "States the length that was asked for where the file ends before",
    overrides: parts((_, answer, { headers }) => {
      const [, from = "", to = ""] = /=(\d+)-(\d+)$/.exec(headers["range"] ?? "") ?? [];
      if (to === "") return answer;
      return { ...answer, headers: { ...answer.headers, "content-length": `${Number(to) - Number(from) + 1}` } };
    }),
  },
  "file-range-first-of-several": {
    sentence: "Serves only the first of several ranges",
    overrides: answers((answer, request, blob) =>
      answer.status === 200
        ? fileAnswer(
            { ...request, headers: { ...request.headers, range: request.headers["range"]?.replace(/,.*/, "") } },
            blob,
          )
        : answer,
    ),
  },
  "file-range-one-byte-refused": {
    sentence: "Refuses a range of one byte",
    overrides: parts((at, answer) => (at.from === at.to ? { status: 400, headers: {}, body: nothing } : answer)),
  },
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
    overrides: answers((_, request, blob) =>
      fileAnswer({ ...request, headers: { ...request.headers, range: undefined } }, blob),
    ),
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
      answer.status === 416 ? fileAnswer({ ...request, headers: {} }, blob) : answer,
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
