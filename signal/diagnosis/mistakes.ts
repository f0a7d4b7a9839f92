import { type Recipe, rightRecipe } from "./recipe.js";

interface SessionMistake {
  /** The end of "Your first message opens if …". */
  readonly sentence: string;
  readonly change: Partial<Recipe>;
}

const typeByte = Uint8Array.of(0x05);

/** Mistakes in the first messages of a session that implementations make. */
export const sessionMistakes = {
  "session-without-discontinuity": {
    sentence: "no 32 bytes of FF stand before the agreements of X3DH (they do with Curve25519)",
    change: { discontinuity: false },
  },
  "session-agreements-exchanged": {
    sentence:
      "the first two agreements are exchanged (DH(own identity, signed pre-key) comes first, then DH(base key, identity))",
    change: { agreements: ["baseWithIdentity", "identityWithSigned", "baseWithSigned", "baseWithOneTime"] },
  },
  "session-one-time-key-unused": {
    sentence:
      "the one-time pre-key that it names takes no part (DH(base key, one-time pre-key) is the fourth agreement)",
    change: { agreements: rightRecipe.agreements.slice(0, 3) },
  },
  "session-info-missing": {
    sentence: 'the info string of X3DH is empty (it is "WhisperText")',
    change: { rootInfo: "" },
  },
  "session-outputs-swapped": {
    sentence: "root key and chain key are swapped (of the 64 bytes of HKDF the first 32 are the root key)",
    change: { swapsRootAndChain: true },
  },
  "session-without-ratchet-step": {
    sentence:
      "the chain of X3DH itself gives the message keys (the sender makes a ratchet step with its ratchet key and the signed pre-key first)",
    change: { ratchets: false },
  },
  "ratchet-info-missing": {
    sentence: 'the info string of the ratchet step is empty (it is "WhisperRatchet")',
    change: { ratchetInfo: "" },
  },
  "chain-seeds-swapped": {
    sentence:
      "the constants of the chain are swapped (HMAC of 01 gives the message key, HMAC of 02 the next chain key)",
    change: { messageSeed: 2, chainSeed: 1 },
  },
  "message-info-missing": {
    sentence: 'the info string of the message keys is empty (it is "WhisperMessageKeys")',
    change: { messageInfo: "" },
  },
  "message-keys-swapped": {
    sentence: "cipher key and MAC key of the message are swapped (of the 80 bytes of HKDF the first 32 encrypt)",
    change: { swapsMessageKeys: true },
  },
  "mac-without-identities": {
    sentence: "the MAC covers the message only (the identity keys of sender and receiver stand before it)",
    change: { authenticated: ({ message }) => [message] },
  },
  "mac-identities-exchanged": {
    sentence: "the MAC covers the identity keys in the wrong order (the sender's comes first)",
    change: { authenticated: ({ sender, receiver, message }) => [typeByte, receiver, typeByte, sender, message] },
  },
  "mac-identities-without-type": {
    sentence: "the MAC covers identity keys of 32 bytes (each has the type byte 05 before it there)",
    change: { authenticated: ({ sender, receiver, message }) => [sender, receiver, message] },
  },
  "mac-without-version": {
    sentence: "the MAC leaves out the version byte of the message (it covers version byte and protobuf)",
    change: {
      authenticated: ({ message, ...keys }) => rightRecipe.authenticated({ ...keys, message: message.subarray(1) }),
    },
  },
} as const satisfies Readonly<Record<string, SessionMistake>>;

export type SessionMistakeId = keyof typeof sessionMistakes;

export const sessionMistakeIds = Object.keys(sessionMistakes) as readonly SessionMistakeId[];

export function recipeWith(mistake: SessionMistakeId): Recipe {
  const { change }: SessionMistake = sessionMistakes[mistake];
  return { ...rightRecipe, ...change };
}
