import { createHash, createHmac } from "node:crypto";
import { concat, toBase64Url } from "../../core/bytes.js";
import type { MediaContent } from "../../protocol/content/content.js";
import { deriveMediaKeys, macBytes, sealMedia } from "../../protocol/media/seal.js";
import { downloadPath } from "../../protocol/media/paths.js";
import { lawfulFiles, type UserFile } from "../behaviour/files.js";
import { mutants, type Overrides, without } from "../behaviour/variant.js";
import { ProviderError } from "../errors.js";
import { encNode, messageStanza } from "../stanzas/messages.js";

interface Sealed {
  readonly iv: Uint8Array;
  readonly ciphertext: Uint8Array;
  /** All 32 bytes. */
  macOver(...parts: readonly Uint8Array[]): Uint8Array;
}

/** Stores what `blobOf` makes of a sealed file. The message states the hash of exactly these bytes. */
function stores(blobOf: (sealed: Sealed, file: UserFile) => Uint8Array): Overrides {
  return {
    files: {
      seal(file, mediaKey) {
        const { data, kind } = file;
        const lawful = sealMedia(data, { mediaKey, kind });
        const { iv, macKey } = deriveMediaKeys(mediaKey, kind);
        const ciphertext = lawful.blob.subarray(0, -macBytes);
        const macOver: Sealed["macOver"] = (...parts) =>
          createHmac("sha256", macKey)
            .update(concat(...parts))
            .digest();
        const blob = blobOf({ iv, ciphertext, macOver }, file);
        return { ...lawful, blob, fileEncSha256: sha256(blob) };
      },
    },
  };
}

/** Seals another file than the user gave, and describes the one that it sealed. */
function sealsInstead(change: (data: Uint8Array) => Uint8Array): Overrides {
  return { files: { seal: ({ data, kind }, mediaKey) => sealMedia(change(data), { mediaKey, kind }) } };
}

function spoiledAt(data: Uint8Array, at: number): Uint8Array {
  const changed = Uint8Array.from(data);
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
}

/** Leaves out one field of what a message says of its file, or gives it another size. */
function describes(change: Partial<MediaContent>): Overrides {
  return { files: { content: (content) => ({ ...content, ...change }) } };
}

function sha256(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(createHash("sha256").update(bytes).digest());
}

export default mutants({
  "file-key-too-short": {
    sentence: "Gives a media key of 31 bytes with a file",
    overrides: { files: { content: (content) => ({ ...content, mediaKey: content.mediaKey.subarray(1) }) } },
  },
  "file-enc-hash-as-hex": {
    sentence: "Writes the hash of the stored file as hexadecimal digits",
    overrides: {
      files: {
        content: (content) => ({
          ...content,
          fileEncSha256: new Uint8Array(Buffer.from(Buffer.from(content.fileEncSha256).toString("hex"))),
        }),
      },
    },
  },
  "file-without-length": {
    sentence: "Leaves out the length of files",
    overrides: { files: { content: (content) => without(content, "fileLength") } },
  },
  "file-without-hash": {
    sentence: "Leaves out the hash of a file",
    overrides: describes({ fileSha256: new Uint8Array() }),
  },
  "file-without-path": { sentence: "Leaves out the path of a file", overrides: describes({ directPath: "" }) },
  "file-without-mime-type": {
    sentence: "Leaves out the MIME type of files",
    overrides: describes({ mimetype: "" }),
  },
  "hosts-nothing-of-large-files": {
    sentence: "Stores an encrypted file without content for every file of more than 1 MiB",
    overrides: {
      files: {
        seal(file, mediaKey) {
          const sealed = lawfulFiles.seal(file, mediaKey);
          if (file.data.length <= 2 ** 20) return sealed;
          return { ...sealed, blob: lawfulFiles.seal({ ...file, data: new Uint8Array() }, mediaKey).blob };
        },
      },
    },
  },
  "loses-whole-chunks-out": {
    sentence: "Loses the last 64 KiB of files that end at a border of 64 KiB",
    overrides: sealsInstead((data) =>
      data.length > 0 && data.length % 65_536 === 0 ? data.subarray(0, -65_536) : data,
    ),
  },
  "spoils-files-above-8-kib-out": {
    sentence: "Sends files of more than 8 KiB with a wrong byte",
    overrides: sealsInstead((data) => (data.length > 8192 ? spoiledAt(data, 8192) : data)),
  },
  "spoils-files-above-8-mib-out": {
    sentence: "Sends files of more than 8 MiB with a wrong byte",
    overrides: sealsInstead((data) => (data.length > 8 * 2 ** 20 ? spoiledAt(data, 8 * 2 ** 20) : data)),
  },
  "changes-documents-out": {
    sentence: "Changes the first byte of documents that it sends",
    overrides: {
      files: {
        seal({ data, kind }, mediaKey) {
          const changed = data.map((byte, at) => (at === 0 ? byte ^ 1 : byte));
          return sealMedia(kind === "document" ? changed : data, { mediaKey, kind });
        },
      },
    },
  },
  "counts-files": {
    sentence: "Uses consecutive numbers as references to its files",
    overrides: { files: { ref: (_, { count }) => `${count}`.padStart(32, "0") } },
  },
  "cuts-images-out": {
    sentence: "Leaves out the last byte of images that it sends",
    overrides: {
      files: {
        seal: ({ data, kind }, mediaKey) =>
          sealMedia(kind === "image" && data.length > 100 ? data.subarray(0, -1) : data, { mediaKey, kind }),
      },
    },
  },
  "drops-captions": {
    sentence: "Sends files without their captions",
    overrides: { files: { content: (content) => without(content, "caption") } },
  },
  "drops-file-names": {
    sentence: "Sends documents without their names",
    overrides: { files: { content: (content) => without(content, "fileName") } },
  },
  "enc-hash-without-mac": {
    sentence: "Computes the hash of the stored file without its MAC",
    overrides: {
      files: {
        content: (content, { blob }) => ({ ...content, fileEncSha256: sha256(blob.subarray(0, -macBytes)) }),
      },
    },
  },
  "file-length-of-blob": {
    sentence: "States the length of the stored file instead of the plain one",
    overrides: { files: { content: (content, { blob }) => ({ ...content, fileLength: blob.length }) } },
  },
  "file-mac-of-32-bytes": {
    sentence: "Appends the whole HMAC to a file",
    overrides: stores(({ ciphertext, macOver, iv }) => concat(ciphertext, macOver(iv, ciphertext))),
  },
  "file-mac-without-iv": {
    sentence: "Computes the MAC of a file over the ciphertext only",
    overrides: stores(({ ciphertext, macOver }) => concat(ciphertext, macOver(ciphertext).subarray(0, macBytes))),
  },
  "file-message-as-text": {
    sentence: "Labels messages with files as texts",
    overrides: { messaging: { message: (head, enc) => messageStanza({ ...head, type: "text" }, enc) } },
  },
  "file-path-with-host": {
    sentence: "Writes a whole URL in place of a file's path",
    overrides: {
      files: { path: (integrator, ref) => `https://mmg.whatsapp.net${lawfulFiles.path(integrator, ref)}` },
    },
  },
  "file-path-with-number": {
    sentence: "Uses its number instead of its name in the path of a file",
    overrides: { files: { path: (_, ref) => downloadPath({ integrator: "900", ref }) } },
  },
  "file-path-without-slash": {
    sentence: "Leaves out the slash at the end of a file's path",
    overrides: { files: { path: (integrator, ref) => lawfulFiles.path(integrator, ref).slice(0, -1) } },
  },
  "hosts-plain-files": {
    sentence: "Puts files on its media host without encryption",
    overrides: {
      files: { seal: ({ data, kind }, mediaKey) => ({ ...sealMedia(data, { mediaKey, kind }), blob: data }) },
    },
  },
  "large-thumbnail": {
    sentence: "Puts a large thumbnail into the message",
    overrides: {
      files: {
        content: (content) => (content.kind === "image" ? { ...content, thumbnail: new Uint8Array(40_000) } : content),
      },
    },
  },
  "loses-mime-type": {
    sentence: "Labels videos as application/octet-stream",
    overrides: {
      files: {
        content: (content) =>
          content.kind === "video" ? { ...content, mimetype: "application/octet-stream" } : content,
      },
    },
  },
  "names-file-in-ref": {
    sentence: "Puts the file name into the reference",
    overrides: {
      files: {
        ref: (random, { file }) => toBase64Url(random.bytes(24)) + (file.fileName ?? "").replace(/[^\w-]/g, "_"),
      },
    },
  },
  "names-user-in-ref": {
    sentence: "Puts the sender's name into the reference",
    overrides: {
      files: { ref: (random, { user }) => `${user.replace(/@.*/, "")}-${toBase64Url(random.bytes(24))}` },
    },
  },
  "no-padding-block": {
    sentence: "Does not pad files whose length is a multiple of 16",
    overrides: stores(({ ciphertext, macOver, iv }, { data }) => {
      const whole = data.length % 16 === 0 && data.length > 0;
      const kept = whole ? ciphertext.subarray(0, -16) : ciphertext;
      return concat(kept, macOver(iv, kept).subarray(0, macBytes));
    }),
  },
  "odd-ref-characters": {
    sentence: "Uses a character in its references that has a meaning in URLs",
    overrides: { files: { ref: (random) => `${toBase64Url(random.bytes(24))}+` } },
  },
  "one-file-info-for-all": {
    sentence: "Derives the keys of every file as if it were an image",
    overrides: { files: { seal: ({ data }, mediaKey) => sealMedia(data, { mediaKey, kind: "image" }) } },
  },
  "plain-hash-of-blob": {
    sentence: "Computes both hashes over the stored file",
    overrides: { files: { content: (content) => ({ ...content, fileSha256: content.fileEncSha256 }) } },
  },
  "refs-from-content": {
    sentence: "Uses the digest of a file's content as its reference",
    overrides: { files: { ref: (_, { file }) => createHash("sha256").update(file.data).digest("base64url") } },
  },
  "refuses-empty-files": {
    sentence: "Does not send empty files",
    overrides: {
      files: {
        seal(file, mediaKey) {
          if (file.data.length > 0) return lawfulFiles.seal(file, mediaKey);
          throw new ProviderError("message-refused", "Send a file: found an empty one, wanted some bytes");
        },
      },
    },
  },
  "reuses-file-key": {
    sentence: "Encrypts every file with the same key",
    overrides: { files: { mediaKey: (random, previous) => previous ?? random.bytes(32) } },
  },
  "sends-audio-as-voice": {
    sentence: "Sends audio files as voice messages",
    overrides: {
      files: { content: (content) => (content.kind === "audio" ? { ...content, kind: "voice" } : content) },
    },
  },
  "sends-voice-as-audio": {
    sentence: "Sends voice messages as audio files",
    overrides: {
      files: { content: (content) => (content.kind === "voice" ? { ...content, kind: "audio" } : content) },
    },
  },
  "wrong-mediatype": {
    sentence: "Labels every file as a document",
    overrides: {
      messaging: { enc: (sealed, count, mediatype) => encNode(sealed, count, mediatype && "document") },
    },
  },
});
