import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { hkdf } from "whatsapp-rust-bridge";
import { Failure } from "./failure.js";
import { call } from "./http.js";

/** By type of file: the field of the message, the word in the stanza, and the info of the keys (docs/wire.md, 4 and 6.1). */
export const kinds = {
  image: { field: "imageMessage", word: "image", info: "WhatsApp Image Keys" },
  video: { field: "videoMessage", word: "video", info: "WhatsApp Video Keys" },
  audio: { field: "audioMessage", word: "audio", info: "WhatsApp Audio Keys" },
  voice: { field: "audioMessage", word: "ptt", info: "WhatsApp Audio Keys", ptt: true },
  document: { field: "documentMessage", word: "document", info: "WhatsApp Document Keys" },
};

const macBytes = 10;
const attempts = 3;
/** Worth another attempt: the server's trouble, and two answers that ask for patience. */
const isPassing = (status) => status >= 500 || status === 408 || status === 429;

function keysOf(mediaKey, info) {
  const expanded = hkdf(mediaKey, 112, { info });
  return { iv: expanded.subarray(0, 16), cipherKey: expanded.subarray(16, 48), macKey: expanded.subarray(48, 80) };
}

const sha256 = (bytes) => createHash("sha256").update(bytes).digest();

function macOf(macKey, iv, ciphertext) {
  return createHmac("sha256", macKey).update(iv).update(ciphertext).digest().subarray(0, macBytes);
}

/** The encrypted file under a reference that nobody guesses, and the content that says where it is. */
export function publish({ type, data, mimetype, caption, fileName }, { slug }) {
  const { field, info, ptt } = kinds[type];
  const plain = Buffer.from(data, "base64");
  const mediaKey = randomBytes(32);
  const { iv, cipherKey, macKey } = keysOf(mediaKey, info);
  const cipher = createCipheriv("aes-256-cbc", cipherKey, iv);
  const ciphertext = Buffer.concat([cipher.update(plain), cipher.final()]);
  const blob = Buffer.concat([ciphertext, macOf(macKey, iv, ciphertext)]);
  const ref = randomBytes(24).toString("base64url");
  const described = {
    mimetype,
    fileSha256: sha256(plain),
    fileLength: plain.length,
    mediaKey,
    fileEncSha256: sha256(blob),
    directPath: `/interop/whatsapp/download/${slug}/${ref}/`,
    mediaKeyTimestamp: Math.floor(Date.now() / 1000),
    caption,
    fileName,
    ptt,
  };
  return { ref, blob, message: { [field]: described } };
}

/** The type of the file that a message has, with its description; undefined when it has none. */
export function fileIn(message) {
  const type = Object.keys(kinds).find((each) => {
    const { field, ptt = false } = kinds[each];
    return message[field] !== undefined && (message[field].ptt === true) === ptt;
  });
  return type && { type, ...message[kinds[type].field] };
}

/** The file as it is shown. Rejects when it is not exactly what the message describes. */
export async function fetchFile({ type, ...file }, { meta, timing }) {
  const { directPath = "", mediaKey = [], fileSha256 = [], fileEncSha256 = [], fileLength, ...described } = file;
  if (!directPath.startsWith("/") || [mediaKey, fileSha256, fileEncSha256].some((bytes) => bytes.length !== 32)) {
    throw new Failure("file-not-described", `Fetch a file: found no path, key and hashes that fit`);
  }
  const blob = await blobAt(meta.mediaUrl.replace(/\/$/, "") + directPath, meta.tlsCa, timing?.reconnectMs ?? 1000);
  const { iv, cipherKey, macKey } = keysOf(mediaKey, kinds[type].info);
  const ciphertext = blob.subarray(0, -macBytes);
  const plain =
    sha256(blob).equals(fileEncSha256) &&
    macOf(macKey, iv, ciphertext).equals(blob.subarray(-macBytes)) &&
    decrypted(ciphertext, cipherKey, iv);
  if (!plain || !sha256(plain).equals(fileSha256) || (fileLength ?? plain.length) !== plain.length) {
    throw new Failure("file-spoilt", `Open the file at ${directPath}: found another one than the message describes`);
  }
  const { mimetype = "application/octet-stream", caption, fileName } = described;
  return { type, data: plain.toString("base64"), mimetype, caption, fileName };
}

function decrypted(ciphertext, key, iv) {
  const decipher = createDecipheriv("aes-256-cbc", key, iv);
  return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
}

async function blobAt(url, ca, pauseMs) {
  for (let attempt = 1; ; attempt++) {
    const { status, body } = await call({ url, ca }).catch(() => ({ status: 503 }));
    if (status === 200) return body;
    if (!isPassing(status) || attempt === attempts) {
      throw new Failure("file-unavailable", `Fetch ${url}: found status ${status} in attempt ${attempt}, wanted 200`);
    }
    await pause(attempt * pauseMs);
  }
}
