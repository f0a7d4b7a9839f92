import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { MediaError } from "./errors.js";
import { openMedia, sealMedia } from "./cipher.js";

// A foreign client seals and opens the same files in tests/foreign/media.test.ts.

const mediaKey = new Uint8Array(32).fill(7);

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (thrown) {
    return (thrown as MediaError).code;
  }
  return "nothing thrown";
}

describe("encrypted files", () => {
  test("open to what was sealed, whatever its length", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.uint8Array({ minLength: 32, maxLength: 32 }), (plain, key) => {
        const { stored, ...digests } = sealMedia("image", key, plain);
        expect(stored.length).toBe((Math.floor(plain.length / 16) + 1) * 16 + 10);
        expect(openMedia(stored, { kind: "image", mediaKey: key, ...digests })).toEqual(Uint8Array.from(plain));
      }),
      { numRuns: 50 },
    );
  });

  test("are refused when they are another kind's, changed, cut off, or another file", () => {
    const { stored, ...digests } = sealMedia("image", mediaKey, new Uint8Array(100));
    const asked = { kind: "image", mediaKey, ...digests } as const;
    const changed = Uint8Array.from(stored, (byte, index) => (index === 3 ? byte ^ 1 : byte));
    const other = new Uint8Array(32);
    expect(codeOf(() => openMedia(stored, { ...asked, kind: "video" }))).toBe("media-bad-mac");
    expect(codeOf(() => openMedia(changed, asked))).toBe("media-bad-digest");
    expect(codeOf(() => openMedia(stored.subarray(0, 20), asked))).toBe("media-too-short");
    expect(codeOf(() => openMedia(stored, { ...asked, fileSha256: other }))).toBe("media-bad-digest");
    expect(codeOf(() => openMedia(stored, { ...asked, mediaKey: other.subarray(1) }))).toBe("media-bad-key");
  });
});
