import type { StanzaNode } from "../../node.js";
import type { Direction } from "../entry.js";
import type { InteropForms } from "../requests.js";

/** Who sends it, the id of its entry in the catalogue, and the stanza. */
export type Sample = readonly [Direction, string, StanzaNode];

/** The forms of the profile `whatsapp`. */
export const sampleForms: InteropForms = {
  blocklist: { namespace: "w:interop", element: "blocklist" },
  deletion: { namespace: "w:interop", element: "remove" },
  reachability: { namespace: "w:interop", element: "reachability" },
};
