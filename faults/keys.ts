import { childNamed, childrenOf, node, type StanzaNode } from "../protocol/stanza/node.js";
import { fault, faultTable } from "./fault.js";
import { code, keyOf } from "./parameters.js";
import { changeChildren, withFlippedBytes } from "./stanza-edits.js";

const badSignatures = {
  spoilt: (key: StanzaNode) => changeChildren(key, "signature", withFlippedBytes),
  zero: (key: StanzaNode) =>
    changeChildren(key, "signature", (signature) => node("signature", signature.attrs, new Uint8Array(64))),
  missing: (key: StanzaNode) =>
    node(
      key.tag,
      key.attrs,
      childrenOf(key).filter(({ tag }) => tag !== "signature"),
    ),
};

/** Where each part of a bundle is below the user's element. */
const paths = {
  identity: ["identity"],
  "signed-key": ["skey", "value"],
  signature: ["skey", "signature"],
  "one-time-key": ["key", "value"],
} as const;

/** What the server can do wrong with the keys of users. */
export const keyFaults = faultTable({
  "key-upload-refused": fault({
    sentence: "Refuses an upload of keys with an error and stores none of them",
    hook: "key-upload",
    params: { error: code("503") },
    effect: (_, { error }) => error,
  }),
  "key-upload-unanswered": fault({
    sentence: "Stores the keys of an upload and loses its answer, as if the connection broke in between",
    hook: "key-upload-answer",
    effect: () => false,
  }),
  "key-fetch-throttled": fault({
    sentence: "Refuses to hand out keys of other users because it is asked too often",
    hook: "key-fetch",
    params: { error: code("429") },
    effect: (_, { error }) => error,
  }),
  "key-digest-wrong": fault({
    sentence: "Answers with a hash that shows other keys than the client has uploaded",
    hook: "key-digest",
    effect: (digest) => changeChildren(digest, "hash", withFlippedBytes),
  }),
  "bundle-bad-signature": fault({
    sentence: "Hands out a key bundle whose signed pre-key has a corrupted signature, a zero signature, or none",
    hook: "bundle",
    params: { form: keyOf(badSignatures, "spoilt") },
    fits: (bundle) => childNamed(bundle, "skey") !== undefined,
    effect: (bundle, { form }) => changeChildren(bundle, "skey", badSignatures[form]),
  }),
  "bundle-without-one-time-key": fault({
    sentence: "Hands out a key bundle without a one-time pre-key",
    hook: "bundle",
    fits: (bundle) => childNamed(bundle, "skey") !== undefined,
    effect: (bundle) => changeChildren(bundle, "key", () => undefined),
  }),
  "bundle-bad-width": fault({
    sentence: "Hands out a key bundle in which one part lacks its last byte",
    hook: "bundle",
    params: { part: keyOf(paths) },
    fits: (bundle, { part }) => childNamed(bundle, paths[part][0]) !== undefined,
    effect: (bundle, { part }) => changeAt(bundle, paths[part], withoutLastByte),
  }),
  "one-time-key-withheld": fault({
    sentence: "Gives a simulated user keys of the provider's user without a one-time pre-key, as if none were left",
    hook: "one-time-key",
    effect: () => false,
  }),
  "identity-notice-withheld": fault({
    sentence: "Does not tell the contacts of a user that the user's identity key has changed",
    hook: "identity-notice",
    effect: () => false,
  }),
});

function changeAt(
  holder: StanzaNode,
  [tag, ...below]: readonly string[],
  change: (found: StanzaNode) => StanzaNode,
): StanzaNode {
  return tag === undefined ? change(holder) : changeChildren(holder, tag, (child) => changeAt(child, below, change));
}

function withoutLastByte(holder: StanzaNode): StanzaNode {
  return holder.content instanceof Uint8Array ? { ...holder, content: holder.content.subarray(0, -1) } : holder;
}
