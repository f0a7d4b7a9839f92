import { defineFault } from "./fault.js";
import { changeChildren, withFlippedBytes } from "./tamper.js";

export const keyDigestWrong = defineFault({
  id: "key-digest-wrong",
  sentence: "Answers that it holds other keys than the client has uploaded, by the hash over them",
  hook: "key-digest",
  params: {},
  effect: (digest) => changeChildren(digest, "hash", withFlippedBytes),
});
