import { bytes, element, exactly, many, maybe, one } from "./schema.js";

/**
 * Elements that carry public keys. Inside stanzas keys are 32 bytes without the type prefix, ids 3 bytes and the
 * registration id 4 bytes, all big-endian (wire 3.4 and 5.3).
 */
export const registration = element({ content: bytes(4) });
export const keyType = element({ content: exactly("05") });
export const identity = element({ content: bytes(32) });
const keyId = element({ content: bytes(3) });
const keyValue = element({ content: bytes(32) });

export const oneTimeKey = element({ children: { id: one(keyId), value: one(keyValue) } });
export const signedKey = element({
  children: { id: one(keyId), value: one(keyValue), signature: one(element({ content: bytes(64) })) },
});

/** First uploads have 812 keys, refills 5 to 50; the limit only bounds the work. */
export const oneTimeKeys = element({ children: { key: many(oneTimeKey, 2000) } });
export const keyIds = element({ children: { id: many(keyId, 2000, 0) } });
export const keyHash = element({ content: bytes(20) });

/** One device's keys as the server hands them out, without the element that holds them. */
export const bundleChildren = {
  registration: one(registration),
  type: one(keyType),
  identity: one(identity),
  key: maybe(oneTimeKey),
  skey: one(signedKey),
};
