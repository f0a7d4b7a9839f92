import { defineFault } from "./fault.js";
import { integer } from "./parameters.js";

/** Of one level: a list of two, a tag, and a list of one for the next. */
const level = Uint8Array.of(248, 2, 8, 248, 1);
const innermost = Uint8Array.of(248, 1, 8);

export const stanzaNested = defineFault({
  id: "stanza-nested",
  sentence: "Sends a stanza in which thousands of elements lie within each other",
  hook: "stanza-plaintext",
  params: { depth: integer(33, 1_000_000, 20_000) },
  effect({ node }, { depth }) {
    const plaintext = new Uint8Array(1 + level.length * (depth - 1) + innermost.length);
    for (let at = 0; at < depth - 1; at++) plaintext.set(level, 1 + at * level.length);
    plaintext.set(innermost, plaintext.length - innermost.length);
    return { node, plaintext };
  },
});
