import { concat } from "../../core/bytes.js";
import { defineFault } from "./fault.js";
import { choice } from "./parameters.js";

const spoilers = {
  truncated: (plaintext: Uint8Array) => plaintext.subarray(0, Math.ceil(plaintext.length / 2)),
  trailing: (plaintext: Uint8Array) => concat(plaintext, Uint8Array.of(1, 2, 3)),
  "even-list": () => Uint8Array.of(0, 248, 2, 8),
  "empty-list": () => Uint8Array.of(0, 248, 0),
  "unknown-token": () => Uint8Array.of(0, 248, 3, 244, 244, 244),
  "not-deflated": (plaintext: Uint8Array) => concat(Uint8Array.of(2), plaintext.subarray(1)),
} as const;

type Form = keyof typeof spoilers;

export const stanzaMalformed = defineFault({
  id: "stanza-malformed",
  sentence: "Encrypts bytes that are no stanza: cut off, with a list or token that means nothing, or falsely marked",
  hook: "stanza-plaintext",
  params: { form: choice(Object.keys(spoilers) as Form[], "truncated") },
  effect: ({ node, plaintext }, { form }) => ({ node, plaintext: Uint8Array.from(spoilers[form](plaintext)) }),
});
