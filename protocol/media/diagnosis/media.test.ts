import { createHash } from "node:crypto";
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { sealMedia } from "../seal.js";
import { diagnoseMedia } from "./media.js";

const mediaKey = new Uint8Array(32).fill(7);
const plain = new Uint8Array(48).fill(1);
const sealed = sealMedia(plain, { mediaKey, kind: "image" });

describe("the diagnosis of a file", () => {
  it("finds nothing in a sound one", () => {
    expect(diagnoseMedia({ blob: sealed.blob, message: { ...sealed, mediaKey, kind: "image" } })).toBeUndefined();
  });

  it("names the info string that was used, and the one that is due", () => {
    const fit = diagnoseMedia({ blob: sealed.blob, message: { ...sealed, mediaKey, kind: "document" } });
    expect(fit?.sentence).toContain('("WhatsApp Image Keys", where "WhatsApp Document Keys" is due)');
  });

  it("finds mistakes in what the message says", () => {
    const fileEncSha256 = new Uint8Array(createHash("sha256").update(sealed.blob.subarray(0, -10)).digest());
    const fit = diagnoseMedia({ blob: sealed.blob, message: { ...sealed, fileEncSha256, mediaKey, kind: "image" } });
    expect(fit?.mistake).toBe("media-enc-hash-without-mac");
  });

  it("finds nothing in any other bytes, and never throws", () => {
    const message = { ...sealed, mediaKey, kind: "image" } as const;
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (blob) => {
        expect(diagnoseMedia({ blob, message })).toBeUndefined();
      }),
    );
  });
});
