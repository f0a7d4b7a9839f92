import { createCipheriv, createHash, createHmac } from "node:crypto";
import { concat } from "../../core/bytes.js";
import { deriveMediaKeys, macBytes, type MediaKeys, sealMedia } from "../../protocol/media/seal.js";
import { mutants, type Overrides } from "../behaviour/variant.js";

interface Sealing {
  readonly keys: MediaKeys;
  readonly mediaKey: Uint8Array;
  readonly plain: Uint8Array;
}

/** Stores what `blobOf` makes of a file. The message states the hash of exactly these bytes. */
function seals(blobOf: (sealing: Sealing) => Uint8Array): Overrides {
  return {
    files: {
      seal({ data: plain, kind }, mediaKey) {
        const blob = blobOf({ keys: deriveMediaKeys(mediaKey, kind), mediaKey, plain });
        const fileEncSha256 = new Uint8Array(createHash("sha256").update(blob).digest());
        return { ...sealMedia(plain, { mediaKey, kind }), blob, fileEncSha256 };
      },
    },
  };
}

function encrypted(key: Uint8Array, iv: Uint8Array, plain: Uint8Array): Uint8Array {
  const cipher = createCipheriv("aes-256-cbc", key, iv);
  return concat(cipher.update(plain), cipher.final());
}

function mac(key: Uint8Array, ...parts: readonly Uint8Array[]): Uint8Array {
  return createHmac("sha256", key)
    .update(concat(...parts))
    .digest()
    .subarray(0, macBytes);
}

const zeros = new Uint8Array(16);

/** Files that are encrypted or authenticated in another way than their recipients expect. */
export default mutants({
  "file-iv-in-front": {
    sentence: "Writes the IV in front of an encrypted file",
    overrides: seals(({ keys: { cipherKey, iv, macKey }, plain }) => {
      const ciphertext = concat(iv, encrypted(cipherKey, iv, plain));
      return concat(ciphertext, mac(macKey, ciphertext));
    }),
  },
  "file-iv-zero": {
    sentence: "Encrypts files with an IV of zeros",
    overrides: seals(({ keys: { cipherKey, macKey }, plain }) => {
      const ciphertext = encrypted(cipherKey, zeros, plain);
      return concat(ciphertext, mac(macKey, zeros, ciphertext));
    }),
  },
  "file-key-not-derived": {
    sentence: "Encrypts files with the media key itself",
    overrides: seals(({ keys: { iv, macKey }, mediaKey, plain }) => {
      const ciphertext = encrypted(mediaKey, iv, plain);
      return concat(ciphertext, mac(macKey, iv, ciphertext));
    }),
  },
  "file-keys-swapped": {
    sentence: "Encrypts files with the key for their MAC, and the other way round",
    overrides: seals(({ keys: { cipherKey, iv, macKey }, plain }) => {
      const ciphertext = encrypted(macKey, iv, plain);
      return concat(ciphertext, mac(cipherKey, iv, ciphertext));
    }),
  },
  "file-mac-missing": {
    sentence: "Stores encrypted files without a MAC",
    overrides: seals(({ keys: { cipherKey, iv }, plain }) => encrypted(cipherKey, iv, plain)),
  },
  "file-mac-over-plaintext": {
    sentence: "Computes the MAC of a file over its plaintext",
    overrides: seals(({ keys: { cipherKey, iv, macKey }, plain }) =>
      concat(encrypted(cipherKey, iv, plain), mac(macKey, iv, plain)),
    ),
  },
});
