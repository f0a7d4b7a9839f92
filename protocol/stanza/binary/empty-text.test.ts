import { describe, expect, test } from "@jest/globals";
import { decodeBinaryNode as baileys6Decode } from "baileys6/lib/WABinary/decode.js";
import { encodeBinaryNode as baileys6Encode } from "baileys6/lib/WABinary/encode.js";
import { decodeBinaryNode as baileysDecode } from "baileys/lib/WABinary/decode.js";
import { encodeBinaryNode as baileysEncode } from "baileys/lib/WABinary/encode.js";
import { decodeNode as bridgeDecode } from "whatsapp-rust-bridge";
import { fromHex } from "../../../core/bytes.js";
import { node } from "../node.js";
import { packPayload, unpackPayload } from "../payload.js";

// Baileys 6 asks for properties with an empty hash. It writes the empty text as an empty list.

const asked = node("props", { protocol: "2", hash: "" });

/** Readers that others wrote. whatsmeow reads an attribute that is an empty list as one without a value. */
const readers = {
  "Baileys 6.7.24": baileys6Decode,
  "Baileys 7.0.0-rc14": baileysDecode,
  "whatsapp-rust-bridge 0.5.5": async (payload: Buffer) => bridgeDecode(payload),
};

describe("an empty list where a text belongs", () => {
  const payload = fromHex("00f8055cec03455f00");

  test("is the empty text", () => {
    const empty = { kind: "empty-text-as-list", path: "props@hash" };
    expect(unpackPayload(payload)).toMatchObject({ node: asked, notes: [empty] });
  });

  test.each(Object.entries(readers))("is the empty text to %s", async (_, decode) => {
    const { tag, attrs } = await decode(Buffer.from(payload));
    expect({ tag, attrs }).toEqual(asked);
  });

  test("is what Baileys 6 writes for it", () => {
    const written = baileys6Encode({ tag: "props", attrs: { protocol: "2", hash: "" } });
    expect(written).toEqual(Buffer.from(payload));
  });
});

describe("the empty text as bytes of length zero", () => {
  const payload = packPayload(asked);

  test("is what this writer and Baileys 7 write", () => {
    expect(Buffer.from(payload)).toEqual(baileysEncode({ tag: "props", attrs: { protocol: "2", hash: "" } }));
    expect(unpackPayload(payload)).toMatchObject({ node: asked, notes: [] });
  });

  test.each(Object.entries(readers))("is read by %s", async (_, decode) => {
    expect((await decode(Buffer.from(payload))).attrs).toEqual(asked.attrs);
  });
});
