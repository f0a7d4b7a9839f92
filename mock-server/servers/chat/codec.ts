import type { Profile } from "../../../profiles/profile.js";
import type { EncodingNote } from "../../../protocol/stanza/binary/notes.js";
import { maxWrittenDepth, type StanzaLimits, stanzaLimits } from "../../../protocol/stanza/limits.js";
import type { StanzaNode } from "../../../protocol/stanza/node.js";
import { packPayload, unpackPayload } from "../../../protocol/stanza/payload.js";

export interface ReadStanza {
  readonly node: StanzaNode;
  readonly compressed: boolean;
  readonly notes: readonly EncodingNote[];
}

/** Stanzas to and from the plaintext of frames, in the form that the profile says. */
export interface StanzaCodec {
  /** Whether `compress` has an effect. */
  readonly compresses: boolean;
  /** @throws StanzaError */
  encode(node: StanzaNode, compress: boolean): Uint8Array;
  /** What a client sent, without notes on how it was encoded. @throws StanzaError */
  decode(plaintext: Uint8Array): StanzaNode;
  /** What a client sent, with notes on how it was encoded, which cost more. @throws StanzaError */
  read(plaintext: Uint8Array): ReadStanza;
  /** What `encode` made. Texts may come back as bytes. */
  readOwn(plaintext: Uint8Array): ReadStanza;
}

/** The limits hold for what clients send; a suite may send anything that can be encoded. */
const ownLimits: StanzaLimits = {
  maxBytes: Number.POSITIVE_INFINITY,
  maxInflated: 2 ** 28,
  maxDepth: maxWrittenDepth,
  maxNodes: Number.POSITIVE_INFINITY,
  maxAttrs: Number.POSITIVE_INFINITY,
};

export async function stanzaCodec({ channel, stanza }: Pick<Profile, "channel" | "stanza">): Promise<StanzaCodec> {
  const limits = stanzaLimits({
    maxBytes: stanza.maximumBytes,
    maxDepth: stanza.maximumDepth,
    maxInflated: stanza.maximumInflatedBytes,
  });
  const { interopJid } = stanza;
  const unnoted = { limits, notes: false };
  if (channel.wire === "xml") return xmlCodec(limits);
  return {
    compresses: true,
    encode: (node, compress) => packPayload(node, { compress, interopJid }),
    decode: (plaintext) => unpackPayload(plaintext, unnoted).node,
    read: (plaintext) => unpackPayload(plaintext, { limits }),
    readOwn: (plaintext) => unpackPayload(plaintext, { limits: ownLimits, interopJid }),
  };
}

/**
 * A textual stanza is the whole plaintext: there is no flag byte and no compression. Loaded on demand, because few
 * profiles use XML.
 */
async function xmlCodec(limits: StanzaLimits): Promise<StanzaCodec> {
  const [{ fromXml }, { toXml }] = await Promise.all([
    import("../../../protocol/stanza/xml/read.js"),
    import("../../../protocol/stanza/xml/write.js"),
  ]);
  const read = (plaintext: Uint8Array, within: StanzaLimits): ReadStanza => {
    return { node: fromXml(plaintext, { limits: within }), compressed: false, notes: [] };
  };
  return {
    compresses: false,
    encode: (node) => Buffer.from(toXml(node)),
    decode: (plaintext) => read(plaintext, limits).node,
    read: (plaintext) => read(plaintext, limits),
    readOwn: (plaintext) => read(plaintext, ownLimits),
  };
}
