import type { StanzaNode } from "../../../protocol/stanza/node.js";
import type { Account } from "../account.js";
import type { Turn } from "../turn.js";

/** Deals with one kind of stanza. Must cope with any content: profiles may let violations of the catalogue through. */
export type Handler = (turn: Turn, sender: Account, stanza: StanzaNode) => void;
