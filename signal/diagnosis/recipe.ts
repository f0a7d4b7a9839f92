import { createHmac } from "node:crypto";
import { concat, utf8 } from "../../core/bytes.js";
import { hkdfSha256 } from "../../core/hkdf.js";

/**
 * How the keys of the first messages of a session are made (wire 5.1 and 5.2), in steps of which each can be got wrong. Messages
 * are read and written by libsignal; this is for finding out what a peer does instead.
 */
export interface Recipe {
  /** 32 bytes of FF in front of the agreements. */
  readonly discontinuity: boolean;
  /** The agreements in the order in which they are joined: identity with signed pre-key first, and so on. */
  readonly agreements: readonly (keyof Secrets)[];
  readonly rootInfo: string;
  /** The sender's first ratchet step, before its first message. */
  readonly ratchets: boolean;
  readonly ratchetInfo: string;
  readonly swapsRootAndChain: boolean;
  readonly messageSeed: number;
  readonly chainSeed: number;
  readonly messageInfo: string;
  readonly swapsMessageKeys: boolean;
  /** What the MAC covers. */
  readonly authenticated: (parts: MacParts) => readonly Uint8Array[];
}

/** Agreements of X3DH, and that of the first ratchet step. */
export interface Secrets {
  readonly identityWithSigned: Uint8Array;
  readonly baseWithIdentity: Uint8Array;
  readonly baseWithSigned: Uint8Array;
  /** Absent without a one-time pre-key. */
  readonly baseWithOneTime?: Uint8Array;
}

export interface MacParts {
  /** 32 bytes. */
  readonly sender: Uint8Array;
  readonly receiver: Uint8Array;
  /** Version byte and protobuf, without the MAC. */
  readonly message: Uint8Array;
}

export const macLength = 8;
const none = new Uint8Array(0);
const typeByte = Uint8Array.of(0x05);

export const rightRecipe: Recipe = {
  discontinuity: true,
  agreements: ["identityWithSigned", "baseWithIdentity", "baseWithSigned", "baseWithOneTime"],
  rootInfo: "WhisperText",
  ratchets: true,
  ratchetInfo: "WhisperRatchet",
  swapsRootAndChain: false,
  messageSeed: 1,
  chainSeed: 2,
  messageInfo: "WhisperMessageKeys",
  swapsMessageKeys: false,
  authenticated: ({ sender, receiver, message }) => [typeByte, sender, typeByte, receiver, message],
};

export interface MessageKeys {
  readonly cipherKey: Uint8Array;
  readonly macKey: Uint8Array;
  readonly iv: Uint8Array;
}

/** The keys of message `counter` of the first chain. `ratchetSecret` is the agreement of ratchet key and signed pre-key. */
export function firstKeys(recipe: Recipe, secrets: Secrets, ratchetSecret: Uint8Array, counter: number): MessageKeys {
  const agreed = recipe.agreements.flatMap((name) => secrets[name] ?? []);
  const joined = concat(recipe.discontinuity ? new Uint8Array(32).fill(0xff) : none, ...agreed);
  const [root, direct] = pair(recipe, none, joined, recipe.rootInfo);
  let chain = recipe.ratchets ? pair(recipe, root, ratchetSecret, recipe.ratchetInfo)[1] : direct;
  for (let passed = 0; passed < counter; passed++) chain = hmac(chain, Uint8Array.of(recipe.chainSeed));
  const seed = hmac(chain, Uint8Array.of(recipe.messageSeed));
  const bytes = hkdfSha256(none, seed, utf8(recipe.messageInfo), 80);
  const [first, second] = [bytes.subarray(0, 32), bytes.subarray(32, 64)];
  const [cipherKey, macKey] = recipe.swapsMessageKeys ? [second, first] : [first, second];
  return { cipherKey, macKey, iv: bytes.subarray(64) };
}

/** The first eight bytes of HMAC-SHA256. */
export function messageMac(recipe: Recipe, { macKey }: Pick<MessageKeys, "macKey">, parts: MacParts): Uint8Array {
  return hmac(macKey, ...recipe.authenticated(parts)).subarray(0, macLength);
}

function pair(
  { swapsRootAndChain }: Recipe,
  salt: Uint8Array,
  secret: Uint8Array,
  info: string,
): [Uint8Array, Uint8Array] {
  const both = hkdfSha256(salt, secret, utf8(info), 64);
  const [first, second] = [both.subarray(0, 32), both.subarray(32)];
  return swapsRootAndChain ? [second, first] : [first, second];
}

function hmac(key: Uint8Array, ...parts: readonly Uint8Array[]): Uint8Array {
  return createHmac("sha256", key)
    .update(concat(...parts))
    .digest();
}
