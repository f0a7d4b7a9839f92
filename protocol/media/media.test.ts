import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { hkdf } from "whatsapp-rust-bridge";
import { concat, fromHex, toHex, utf8 } from "../../core/bytes.js";
import { type MediaKind, mediaKinds } from "../content/content.js";
import { inspectMedia, MediaOpener, openMedia } from "./open.js";
import { deriveMediaKeys, mediaInfo, sealedLength, sealMedia } from "./seal.js";

type Vector = Readonly<Record<"mediaKey" | "keys" | "plain" | "blob" | "fileSha256" | "fileEncSha256", string>> & {
  readonly kind: MediaKind;
};

const vectors = JSON.parse(
  readFileSync(new URL("../../fixtures/media/python.json", import.meta.url), "utf8"),
) as Vector[];

const named = vectors.map((vector) => [`${vector.kind} of ${vector.plain.length / 2} bytes`, vector] as const);
const mediaKey = new Uint8Array(32).fill(7);
const secret = { mediaKey, kind: "image" } as const;

function coded(code: string): unknown {
  return expect.objectContaining({ code });
}

describe("vectors made in Python and openssl", () => {
  test.each(named)("%s: keys, blob and digests", (_, vector) => {
    const keys = deriveMediaKeys(fromHex(vector.mediaKey), vector.kind);
    expect(toHex(concat(keys.iv, keys.cipherKey, keys.macKey))).toBe(vector.keys);
    const sealed = sealMedia(fromHex(vector.plain), { mediaKey: fromHex(vector.mediaKey), kind: vector.kind });
    expect(toHex(sealed.blob)).toBe(vector.blob);
    expect(toHex(sealed.fileSha256)).toBe(vector.fileSha256);
    expect(toHex(sealed.fileEncSha256)).toBe(vector.fileEncSha256);
    expect(sealed.blob.length).toBe(sealedLength(sealed.fileLength));
  });

  test.each(named)("%s opens", (_, vector) => {
    const wanted = {
      fileSha256: fromHex(vector.fileSha256),
      fileEncSha256: fromHex(vector.fileEncSha256),
      fileLength: vector.plain.length / 2,
    };
    const found = openMedia(fromHex(vector.blob), { mediaKey: fromHex(vector.mediaKey), kind: vector.kind }, wanted);
    expect(toHex(found)).toBe(vector.plain);
  });
});

test.each(mediaKinds)("keys of %s are those of whatsapp-rust-bridge", (kind) => {
  const keys = deriveMediaKeys(mediaKey, kind);
  const theirs = hkdf(mediaKey, 112, { info: mediaInfo[kind] });
  expect(concat(keys.iv, keys.cipherKey, keys.macKey)).toEqual(Uint8Array.from(theirs.subarray(0, 80)));
});

test("a key of another size is refused", () => {
  expect(() => deriveMediaKeys(new Uint8Array(31), "image")).toThrow(coded("media-bad-key"));
});

describe("opening piece by piece", () => {
  const pieces = fc.array(fc.uint8Array({ maxLength: 70 }), { maxLength: 8 });
  const cuts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });

  test("gives the same as at once, however it is cut", () => {
    fc.assert(
      fc.property(pieces, cuts, fc.constantFrom(...mediaKinds), (parts, widths, kind) => {
        const { blob, ...digests } = sealMedia(concat(...parts), { mediaKey, kind });
        const opener = new MediaOpener({ mediaKey, kind });
        const plain: Uint8Array[] = [];
        for (let at = 0, turn = 0; at < blob.length; turn++) {
          const width = widths[turn % widths.length] ?? 1;
          plain.push(Uint8Array.from(opener.update(blob.subarray(at, at + width))));
          at += width;
        }
        const end = opener.finish(digests);
        expect(end.problems).toEqual([]);
        expect(concat(...plain, end.tail)).toEqual(concat(...parts));
      }),
    );
  });
});

describe("what is refused", () => {
  const plain = utf8("The quick brown fox jumps over the lazy dog");
  const { blob, ...digests } = sealMedia(plain, secret);

  test.each([
    ["a bit of the MAC", blob.length - 1],
    ["a bit of the ciphertext", 3],
  ])("%s", (_, at) => {
    const broken = Uint8Array.from(blob);
    broken[at] = (broken[at] ?? 0) ^ 1;
    expect(() => openMedia(broken, secret, digests)).toThrow(coded("media-enc-hash-mismatch"));
    const wanted = { ...digests, fileEncSha256: hashOf(broken) };
    expect(() => openMedia(broken, secret, wanted)).toThrow(coded("media-mac-mismatch"));
  });

  test("another plaintext hash, another length, another type", () => {
    const fileSha256 = new Uint8Array(32);
    expect(() => openMedia(blob, secret, { ...digests, fileSha256 })).toThrow(coded("media-hash-mismatch"));
    expect(() => openMedia(blob, secret, { ...digests, fileLength: 1 })).toThrow(coded("media-length-mismatch"));
    expect(() => openMedia(blob, { mediaKey, kind: "video" }, digests)).toThrow(coded("media-mac-mismatch"));
  });

  test.each([0, 1, 9, 10, 25])("a blob of %d bytes", (length) => {
    expect(() => openMedia(blob.subarray(0, length), secret, digests)).toThrow(coded("media-too-short"));
  });

  test("every truncation and any random blob, with nothing but an error of ours", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(() => openMedia(bytes, secret, digests)).toThrow(expect.objectContaining({ name: "MediaError" }));
        expect(inspectMedia(bytes, { ...digests, ...secret }).problems).not.toEqual([]);
      }),
    );
    for (let length = 0; length < blob.length; length++) {
      expect(() => openMedia(blob.subarray(0, length), secret, digests)).toThrow();
    }
  });

  test("inspection names the type whose keys fit", () => {
    const other = sealMedia(plain, { mediaKey, kind: "document" });
    const found = inspectMedia(other.blob, { ...other, ...secret });
    expect(found).toEqual({ problems: ["media-wrong-kind"], plain });
  });
});

/** SHA-256 of a blob, whatever is wrong with it. */
function hashOf(blob: Uint8Array): Uint8Array {
  return new Uint8Array(createHash("sha256").update(blob).digest());
}
