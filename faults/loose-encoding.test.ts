import { describe, expect, test } from "@jest/globals";
import { decodeBinaryNode as baileys6Decode } from "baileys6/lib/WABinary/decode.js";
import { decodeBinaryNode as baileysDecode } from "baileys/lib/WABinary/decode.js";
import { decodeNode as bridgeDecode } from "whatsapp-rust-bridge";
import { tokens } from "../protocol/stanza/binary/tokens.js";
import { childrenOf, node } from "../protocol/stanza/node.js";
import { unpackPayload } from "../protocol/stanza/payload.js";
import { looseEncoding } from "./loose-encoding.js";

/** Every form of address that the simulated service uses, in attributes of any name. */
const stanza = node("message", { from: "999780056919:3@s.whatsapp.net", id: "3EB0A1", to: "s.whatsapp.net" }, [
  node("participant", { jid: "120363000000000000@g.us", lid: "777:2@lid", sender_lid: "777@lid" }),
  node("interop", { jid: "900-10000000000001@interop", type: "text" }),
]);

const tokenForms = { wide: { wide: true, spelled: true }, spelled: { spelled: true } } as const;

/** Implementations that others wrote. None of them knows the integrator's number of an interop address. */
const readers = {
  "Baileys 6.7.24": baileys6Decode,
  "Baileys 7.0.0-rc14": baileysDecode,
  "whatsapp-rust-bridge 0.5.5": async (payload: Buffer) => bridgeDecode(payload),
};
const withoutInterop = node(stanza.tag, stanza.attrs, childrenOf(stanza).slice(0, 1));

describe.each(Object.entries(tokenForms))("the form %s", (_, form) => {
  test("is the same stanza, with every word as text and every address as an address", () => {
    const { node: read, notes } = unpackPayload(looseEncoding(stanza, form));
    expect(read).toEqual(stanza);
    const kinds = new Set(notes.map(({ kind }) => kind));
    expect(kinds).toContain("word-as-text");
    expect(kinds).not.toContain("jid-as-text");
    expect(kinds).not.toContain("server-as-text");
  });

  test.each(Object.entries(readers))("is the same stanza to %s", async (_name, decode) => {
    const read = await decode(Buffer.from(looseEncoding(withoutInterop, form)));
    // They write the server's own address with the sign of an address.
    const to = expect.stringMatching(/^@?s\.whatsapp\.net$/);
    expect(read.attrs).toEqual({ ...stanza.attrs, to });
    const [inner] = read.content as readonly { readonly attrs: object }[];
    expect(inner?.attrs).toEqual(childrenOf(stanza)[0]?.attrs);
  });
});

describe("addresses as text", () => {
  const payload = looseEncoding(stanza, { addressesAsText: true });

  test("are the only thing that is unusual", () => {
    const { node: read, notes } = unpackPayload(payload);
    expect(read).toEqual(stanza);
    expect(new Set(notes.map(({ kind }) => kind))).toEqual(new Set(["jid-as-text", "server-as-jid"]));
  });

  test("leave no address token but that of the server itself, so that a strict client finds no sender", () => {
    expect(payload.filter((byte) => byte === tokens.adJid || byte === tokens.interopJid)).toHaveLength(0);
    expect(payload.filter((byte) => byte === tokens.jidPair)).toHaveLength(1);
  });
});
