import type { EncodingNoteKind } from "../../../protocol/stanza/binary/notes.js";
import { StanzaError } from "../../../protocol/stanza/errors.js";
import type { StanzaNode } from "../../../protocol/stanza/node.js";
import { unpackPayload } from "../../../protocol/stanza/payload.js";

/** Reads stanzas, but takes one form of writing them for a mistake. */
export function refuseNoted(kind: EncodingNoteKind): (payload: Uint8Array) => StanzaNode {
  return (payload) => {
    const { node, notes } = unpackPayload(payload);
    if (!notes.some((note) => note.kind === kind)) return node;
    throw new StanzaError("bad-token", `Read a stanza: found the form ${kind}, wanted the usual one`);
  };
}
