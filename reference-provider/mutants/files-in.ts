import { concat } from "../../core/bytes.js";
import { MediaError, type MediaErrorCode } from "../../protocol/media/errors.js";
import { inspectMedia, openMedia } from "../../protocol/media/open.js";
import { sealedLength } from "../../protocol/media/seal.js";
import type { MediaContent } from "../../protocol/content/content.js";
import type { FileBehaviour } from "../behaviour/files.js";
import { mutants, without } from "../behaviour/variant.js";

/** Shows files of more than `bytes` bytes with one byte changed. */
function spoilsAbove(bytes: number): FileBehaviour["shown"] {
  return (file) => {
    if (file.data.length <= bytes) return file;
    const data = Uint8Array.from(file.data);
    data[bytes] = (data[bytes] ?? 0) ^ 1;
    return { ...file, data };
  };
}

/** Refuses messages with a file for what they state. */
function refusing(fits: (content: MediaContent) => boolean): FileBehaviour["open"] {
  return (blob, content) => {
    if (fits(content)) return openMedia(blob, content, content);
    throw new MediaError("media-too-short", "Open media: found an unusual message, wanted a usual one");
  };
}

/** Opens a file although it has this problem. */
function tolerating(tolerated: MediaErrorCode): FileBehaviour["open"] {
  return (blob, content) => {
    const { plain, problems } = inspectMedia(blob, content);
    const problem = problems.find((code) => code !== tolerated);
    if (problem === undefined) return plain;
    throw new MediaError(problem, `Open media: found ${problem}, wanted none`);
  };
}

export default mutants({
  "asks-for-gzip": {
    sentence: "Says that it takes compressed files and cannot read them",
    overrides: { files: { requestHeaders: async () => ({ "accept-encoding": "gzip" }) } },
  },
  "hangs-on-odd-file-lengths": {
    sentence: "Shows no more files after one that is no whole number of blocks",
    overrides() {
      let hangs = false;
      return {
        files: {
          open(blob, content) {
            hangs ||= blob.length % 16 !== 10;
            if (!hangs) return openMedia(blob, content, content);
            throw new MediaError("media-not-blocks", "Open media: found a part of a block, wanted whole blocks");
          },
        },
      };
    },
  },
  "cuts-to-stated-length": {
    sentence: "Cuts a file to the length that its message states",
    overrides: {
      files: {
        open: (blob, content) => tolerating("media-length-mismatch")(blob, content).subarray(0, content.fileLength),
      },
    },
  },
  "fetches-by-url": {
    sentence: "Fetches a file from the address in its message instead of its path at Meta's media host",
    overrides: { files: { address: (usual, { url }) => url ?? usual } },
  },
  "names-files-from-header": {
    sentence: "Takes the name of a document from the answer of the media host",
    overrides: {
      files: {
        shown(file, headers) {
          const named = /filename="([^"]*)"/.exec(headers["content-disposition"] ?? "")?.[1];
          return file.fileName === undefined || named === undefined ? file : { ...file, fileName: named };
        },
      },
    },
  },
  "opens-documents-as-images": {
    sentence: "Opens documents with the keys of images",
    overrides: { files: { open: (blob, content) => openMedia(blob, { ...content, kind: "image" }, content) } },
  },
  "refuses-chunk-borders": {
    sentence: "Cannot read files that end at a border of 64 KiB",
    overrides: { files: { open: refusing(({ fileLength = 0 }) => fileLength === 0 || fileLength % 65_536 !== 0) } },
  },
  "refuses-files-without-length": {
    sentence: "Does not show files whose message states no length",
    overrides: { files: { open: refusing(({ fileLength }) => fileLength !== undefined) } },
  },
  "refuses-large-files": {
    sentence: "Shows no files of more than 8 MiB",
    overrides: { files: { open: refusing(({ fileLength = 0 }) => fileLength <= 8 * 2 ** 20) } },
  },
  "refuses-partial-files": {
    sentence: "Goes on with a transfer that broke off only where the answer states the length of the whole",
    overrides: {
      files: {
        resumeAt: (received) => received,
        continues: (contentRange, from) => new RegExp(`^bytes ${from}-\\d+/\\d+$`).test(contentRange ?? ""),
        attempts: 2,
      },
    },
  },
  "resumes-one-byte-early": {
    sentence: "Goes on with a transfer that broke off one byte before its end",
    overrides: { files: { resumeAt: (received) => received - 1 } },
  },
  "reveals-user-to-media-host": {
    sentence: "Names its user when it fetches a file",
    overrides: { files: { requestHeaders: async (_, user) => ({ "x-user": user }) } },
  },
  "spoils-files-above-8-kib-in": {
    sentence: "Shows files of more than 8 KiB with a wrong byte",
    overrides: { files: { shown: spoilsAbove(8192) } },
  },
  "spoils-files-above-1-mib-in": {
    sentence: "Shows files of more than 1 MiB with a wrong byte",
    overrides: { files: { shown: spoilsAbove(2 ** 20) } },
  },
  "spoils-files-above-8-mib-in": {
    sentence: "Shows files of more than 8 MiB with a wrong byte",
    overrides: { files: { shown: spoilsAbove(8 * 2 ** 20) } },
  },
  "stops-at-refused-files": {
    sentence: "Fetches no more files after one that the media host refused",
    overrides() {
      let refused = false;
      return {
        files: {
          missing(status) {
            refused = refused || status === 403;
            return undefined;
          },
          open(blob, content) {
            if (!refused) return openMedia(blob, content, content);
            throw new MediaError("media-too-short", "Open media: found a refusal before it, wanted none");
          },
        },
      };
    },
  },
  "cuts-images-in": {
    sentence: "Shows images without their last byte",
    overrides: {
      files: {
        shown: (file) =>
          file.kind === "image" && file.data.length > 100 ? { ...file, data: file.data.subarray(0, -1) } : file,
      },
    },
  },
  "cuts-surplus": {
    sentence: "Reads as much of a file as it expects and ignores the rest",
    overrides: {
      files: {
        open(blob, content) {
          const { fileLength } = content;
          const expected = fileLength === undefined ? blob : blob.subarray(0, sealedLength(fileLength));
          if (expected.length === blob.length) return openMedia(blob, content, content);
          return tolerating("media-enc-hash-mismatch")(expected, content);
        },
      },
    },
  },
  "file-request-carries-cookie": {
    sentence: "Sends a cookie when it fetches a file",
    overrides: { files: { requestHeaders: async () => ({ cookie: "reader=1" }) } },
  },
  "file-request-carries-token": {
    sentence: "Sends its token when it fetches a file",
    overrides: { files: { requestHeaders: async (token) => ({ authorization: `Bearer ${await token()}` }) } },
  },
  "file-request-token-in-query": {
    sentence: "Puts its token into the address of a file that it fetches",
    overrides: { files: { requestQuery: async (_, token) => `?auth=${await token()}` } },
  },
  "forgets-mime-type": {
    sentence: "Shows every document as application/octet-stream",
    overrides: {
      files: {
        shown: (file) => (file.kind === "document" ? { ...file, mimetype: "application/octet-stream" } : file),
      },
    },
  },
  "gives-up-on-files": {
    sentence: "Asks for a file only once",
    overrides: {
      files: {
        attempts: 1,
      },
    },
  },
  "hides-captions": {
    sentence: "Does not show captions",
    overrides: { files: { shown: (file) => without(file, "caption") } },
  },
  "hides-file-names": {
    sentence: "Does not show the names of documents",
    overrides: { files: { shown: (file) => without(file, "fileName") } },
  },
  "impatient-with-files": {
    sentence: "Aborts transfers that take long",
    overrides: { files: { transferMs: 150 } },
  },
  "insists-on-gone-files": {
    sentence: "Asks again and again for a file that is gone",
    overrides: {
      files: {
        isFinal: (status) => status === 200 || status === 404,
        pauseMs: () => 0,
      },
    },
  },
  "insists-on-missing-files": {
    sentence: "Asks again and again for a file that does not exist",
    overrides: {
      files: {
        isFinal: (status) => status === 200,
        pauseMs: () => 0,
      },
    },
  },
  "keeps-padding-block": {
    sentence: "Does not remove a whole block of padding",
    overrides: {
      files: {
        shown(file) {
          const whole = file.data.length % 16 === 0;
          return whole ? { ...file, data: concat(file.data, new Uint8Array(16).fill(16)) } : file;
        },
      },
    },
  },
  "shows-audio-as-voice": {
    sentence: "Shows audio files as voice messages",
    overrides: { files: { shown: (file) => (file.kind === "audio" ? { ...file, kind: "voice" } : file) } },
  },
  "shows-missing-files": {
    sentence: "Shows an empty file in place of a missing one",
    overrides: { files: { missing: () => new Uint8Array() } },
  },
  "shows-short-answers": {
    sentence: "Shows what has come of a file when the connection ends",
    overrides: {
      files: {
        open: (blob, content) =>
          blob.length < sealedLength(content.fileLength ?? 0) - 100
            ? inspectMedia(blob, content).plain
            : openMedia(blob, content, content),
      },
    },
  },
  "shows-truncated-files": {
    sentence: "Shows truncated files",
    overrides: {
      files: {
        open(blob, content) {
          if (blob.length >= sealedLength(content.fileLength ?? 0) - 16) return openMedia(blob, content, content);
          return inspectMedia(blob, content).plain;
        },
      },
    },
  },
  "shows-videos-as-documents": {
    sentence: "Shows videos as documents",
    overrides: { files: { shown: (file) => (file.kind === "video" ? { ...file, kind: "document" } : file) } },
  },
  "shows-voice-as-audio": {
    sentence: "Shows voice messages as audio files",
    overrides: { files: { shown: (file) => (file.kind === "voice" ? { ...file, kind: "audio" } : file) } },
  },
  "skips-empty-files": {
    sentence: "Treats an empty file as a broken one",
    overrides: {
      files: {
        open(blob, content) {
          const plain = openMedia(blob, content, content);
          if (plain.length > 0) return plain;
          throw new MediaError("media-too-short", "Open media: found no bytes, wanted some");
        },
      },
    },
  },
  "skips-file-enc-hash": {
    sentence: "Does not compare the hash of the stored file",
    overrides: { files: { open: tolerating("media-enc-hash-mismatch") } },
  },
  "skips-file-hash": {
    sentence: "Does not compare the hash of the plain file",
    overrides: { files: { open: tolerating("media-hash-mismatch") } },
  },
  "skips-file-length": {
    sentence: "Does not compare the length of a file",
    overrides: { files: { open: tolerating("media-length-mismatch") } },
  },
  "skips-file-mac": {
    sentence: "Does not check the MAC of a file",
    overrides: { files: { open: tolerating("media-mac-mismatch") } },
  },
  "tries-every-file-type": {
    sentence: "Tries the keys of other file types when those of the message do not fit",
    overrides: { files: { open: tolerating("media-wrong-kind") } },
  },
});
