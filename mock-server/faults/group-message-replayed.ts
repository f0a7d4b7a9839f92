import { toHex } from "../../core/bytes.js";
import { defineFault } from "./fault.js";
import { isForGroup } from "./sealed.js";
import { withAttribute } from "./tamper.js";

export const groupMessageReplayed = defineFault({
  id: "group-message-replayed",
  sentence: "Delivers the ciphertext of a message to a group a second time, as another message",
  hook: "sealed",
  params: {},
  fits: ({ stanzas }) => stanzas.some(isForGroup),
  effect: (sealed, _, random) => {
    const id = toHex(random.bytes(10)).toUpperCase();
    const copies = sealed.stanzas.filter(isForGroup).map((stanza) => withAttribute(stanza, "id", id));
    return { ...sealed, stanzas: [...sealed.stanzas, ...copies] };
  },
});
