import { concat } from "../../core/bytes.js";
import { MediaError, type MediaErrorCode } from "../../protocol/media/errors.js";
import { inspectMedia, openMedia } from "../../protocol/media/open.js";
import { sealedLength } from "../../protocol/media/seal.js";
import type { FileBehaviour } from "../behaviour/files.js";
import { mutants, without } from "../behaviour/variant.js";

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
          const expected = blob.subarray(0, sealedLength(content.fileLength));
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
  "shows-truncated-files": {
    sentence: "Shows truncated files",
    overrides: {
      files: {
        open(blob, content) {
          if (blob.length >= sealedLength(content.fileLength) - 16) return openMedia(blob, content, content);
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
