import { deflateSync } from "node:zlib";
import { concat } from "../../core/bytes.js";
import { defineFault } from "./fault.js";
import { integer } from "./parameters.js";

const megabyte = 2 ** 20;

/** A list of two, a tag, and bytes with a length of four bytes. */
function bomb(megabytes: number): Uint8Array {
  const size = megabytes * megabyte;
  const head = Uint8Array.of(248, 2, 8, 254, size >>> 24, size >>> 16, size >>> 8, size);
  return concat(Uint8Array.of(2), deflateSync(concat(head, new Uint8Array(size)), { level: 1 }));
}

export const stanzaInflates = defineFault({
  id: "stanza-inflates",
  sentence: "Sends a compressed stanza of some kilobytes that inflates to many megabytes",
  hook: "stanza-plaintext",
  params: { megabytes: integer(1, 1024, 20) },
  effect: ({ node }, { megabytes }) => ({ node, plaintext: bomb(megabytes) }),
});
