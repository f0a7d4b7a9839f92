import { createCipheriv } from "node:crypto";
import { concat } from "../../core/bytes.js";
import { diffieHellman, type KeyPair } from "../../protocol/noise/keys.js";
import type { PreKeyBundle } from "../account.js";
import { editFields } from "../edit.js";
import { innerMessage, inspectMessage } from "../inspect.js";
import { firstKeys, macLength, messageMac, type Recipe, type Secrets } from "./recipe.js";

/** What a sender needs to write the first messages of a session by a recipe of its own. */
export interface FirstSender {
  readonly identity: { readonly publicKey: Uint8Array; readonly privateKey: Uint8Array };
  readonly base: KeyPair;
  readonly ratchet: KeyPair;
  readonly bundle: PreKeyBundle;
}

const limits = { maxBytes: 16 * 1024 * 1024, maxFields: 64 };
/** Field numbers of Signal's messages (wire 5.2). */
const outerField = { baseKey: 2, message: 4 } as const;
const innerField = { ratchetKey: 1, ciphertext: 4 } as const;

/** `plaintext` in place of the content of `lawful`, a pre-key message for the owner of the bundle, with keys made by `recipe`. */
export function sealByRecipe(
  recipe: Recipe,
  sender: FirstSender,
  lawful: Uint8Array,
  plaintext: Uint8Array,
): Uint8Array {
  const { identity, base, ratchet, bundle } = sender;
  const { counter } = inspectMessage("pkmsg", lawful);
  const { identityKey: receiver, preKey, signedPreKey } = bundle;
  const secrets: Secrets = {
    identityWithSigned: diffieHellman(identity.privateKey, signedPreKey.publicKey),
    baseWithIdentity: diffieHellman(base, receiver),
    baseWithSigned: diffieHellman(base, signedPreKey.publicKey),
    ...(preKey && { baseWithOneTime: diffieHellman(base, preKey.publicKey) }),
  };
  const keys = firstKeys(recipe, secrets, diffieHellman(ratchet, signedPreKey.publicKey), counter);
  const cipher = createCipheriv("aes-256-cbc", keys.cipherKey, keys.iv);
  const ciphertext = concat(cipher.update(plaintext), cipher.final());
  const inner = innerMessage(lawful) ?? lawful;
  const body = editFields(inner.subarray(1, -macLength), limits, {
    [innerField.ratchetKey]: () => typed(ratchet.publicKey),
    [innerField.ciphertext]: () => ciphertext,
  });
  const message = concat(inner.subarray(0, 1), body);
  const mac = messageMac(recipe, keys, { sender: identity.publicKey, receiver, message });
  const outer = editFields(lawful.subarray(1), limits, {
    [outerField.baseKey]: () => typed(base.publicKey),
    [outerField.message]: () => concat(message, mac),
  });
  return concat(lawful.subarray(0, 1), outer);
}

function typed(publicKey: Uint8Array): Uint8Array {
  return concat(Uint8Array.of(0x05), publicKey);
}
