import { toHex } from "../../core/bytes.js";
import { defineFault } from "./fault.js";
import { isForGroup } from "./sealed.js";
import { changeChildren, withAttribute, withFlippedBytes } from "./tamper.js";

/** Whoever is in a group has its members' keys and can seal as any of them; only the signature tells them apart. */
export const groupMessageForged = defineFault({
  id: "group-message-forged",
  sentence: "Delivers the next message of a group first as another one, whose signature is not the author's",
  hook: "sealed",
  params: {},
  fits: ({ stanzas }) => stanzas.some(isForGroup),
  effect: (sealed, _, random) => {
    const id = toHex(random.bytes(10)).toUpperCase();
    const forged = sealed.stanzas
      .filter(isForGroup)
      .map((stanza) => withAttribute(changeChildren(stanza, "enc", withFlippedBytes), "id", id));
    return { ...sealed, stanzas: [...forged, ...sealed.stanzas] };
  },
});
