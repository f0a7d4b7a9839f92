import { deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "@jest/globals";
import { concat } from "../../core/bytes.js";
import { encodeNode } from "./binary/encode.js";
import { node } from "./node.js";
import { stanzaLimits } from "./limits.js";
import { packPayload, unpackPayload } from "./payload.js";

const message = node("message", { to: "12-34@interop", id: "3EB0AB" }, [node("enc", { v: "2" }, new Uint8Array(500))]);
const flagged = (body: Uint8Array) => concat(Uint8Array.of(2), body);

function errorCode(bytes: Uint8Array, maxInflated?: number): string | undefined {
  try {
    unpackPayload(bytes, maxInflated === undefined ? {} : { limits: stanzaLimits({ maxInflated }) });
    return undefined;
  } catch (error) {
    return (error as { code?: string }).code;
  }
}

test.each([false, true])("round trip, compressed %s", (compress) => {
  const bytes = packPayload(message, { compress });
  expect(bytes[0]).toBe(compress ? 2 : 0);
  expect(unpackPayload(bytes)).toMatchObject({ node: message, compressed: compress });
});

test("options reach the codec", () => {
  const { notes } = unpackPayload(packPayload(message, { interopJid: "short", compress: true }));
  expect(notes.map(({ kind }) => kind)).toEqual(["interop-jid-short"]);
});

describe("refused", () => {
  test.each([
    ["no byte at all", new Uint8Array(0), "truncated"],
    ["the flag byte left out", encodeNode(message), "unknown-flag"],
    ["another flag", Uint8Array.of(1), "unknown-flag"],
    ["nothing to inflate", Uint8Array.of(2), "bad-compression"],
    ["raw deflate", flagged(deflateRawSync(encodeNode(message))), "bad-compression"],
    ["gzip", flagged(gzipSync(encodeNode(message))), "bad-compression"],
    ["a cut stream", flagged(deflateSync(encodeNode(message)).subarray(0, -5)), "bad-compression"],
    ["bytes after the stream", flagged(concat(deflateSync(encodeNode(message)), Uint8Array.of(0))), "bad-compression"],
    ["a compressed half stanza", flagged(deflateSync(encodeNode(message).subarray(0, 9))), "truncated"],
  ])("%s", (_, bytes, code) => {
    expect(errorCode(bytes)).toBe(code);
  });

  test("a decompression bomb", () => {
    const bomb = flagged(deflateSync(new Uint8Array(2 ** 25)));
    expect(bomb.length).toBeLessThan(2 ** 16);
    expect(errorCode(bomb)).toBe("too-large");
    expect(errorCode(packPayload(message, { compress: true }), 100)).toBe("too-large");
  });
});
