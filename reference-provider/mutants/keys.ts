import { concat } from "../../core/bytes.js";
import { bytesOf, childNamed, childrenNamed } from "../../protocol/stanza/node.js";
import type { PreKeyBundle } from "../../signal/account.js";
import { sessionEngine } from "../../signal/engine.js";
import { verifySignedPreKey } from "../../protocol/xeddsa/xeddsa.js";
import { lawfulKeys } from "../behaviour/keys.js";
import { mutants, type Overrides } from "../behaviour/variant.js";
import { ProviderError } from "../errors.js";
import { changeNodes, withAttribute, withoutChild } from "../stanzas/edit.js";
import { bundleRequest, type KeyUpload, readBundle, uploadRequest } from "../stanzas/keys.js";

/** Uploads other keys than the device has. */
function uploads(change: (keys: KeyUpload) => Partial<KeyUpload>): Overrides {
  return { keys: { upload: (id, keys) => uploadRequest(id, { ...keys, ...change(keys) }) } };
}

function prefixed(key: Uint8Array): Uint8Array {
  return concat(Uint8Array.of(5), key);
}

/** The Signal library always checks signatures. It accepts these keys in place of those that it would refuse. */
function madeUpBundle(): PreKeyBundle {
  return sessionEngine("x3dh-v3").createAccount().bundle();
}

export default mutants({
  "forgets-refused-upload": {
    sentence: "Never repeats an upload that the server refused once",
    overrides: { keys: { refusedUpload: "never" } },
  },
  "forgives-missing-signature": {
    sentence: "Rejects a wrong signature of a signed pre-key, but accepts a missing one",
    overrides: {
      keys: {
        readBundle(answer, jid) {
          const users = childrenNamed(childNamed(answer, "list") ?? answer, "user");
          const signed = users.map((user) => childNamed(user, "skey")).find((key) => key !== undefined);
          const isUnsigned = signed !== undefined && childNamed(signed, "signature") === undefined;
          return isUnsigned ? madeUpBundle() : lawfulKeys.readBundle(answer, jid);
        },
      },
    },
  },
  "ignores-key-digest": {
    sentence: "Asks which of its keys the server holds, and ignores the answer",
    overrides: { keys: { agrees: () => true } },
  },
  "ignores-low-key-notice": {
    sentence: "Does not upload keys when the server says that few are left",
    overrides: { keys: { refills: () => false } },
  },
  "ignores-one-time-key": {
    sentence: "Begins sessions without the one-time key that it was given",
    overrides: {
      keys: {
        acceptBundle: ({ registrationId, identityKey, signedPreKey }) => ({
          registrationId,
          identityKey,
          signedPreKey,
        }),
      },
    },
  },
  "key-get-extra-attribute": {
    sentence: "Adds an unknown attribute to its requests for keys",
    overrides: {
      keys: {
        bundleRequest: (id, jid) =>
          changeNodes(bundleRequest(id, jid), "user", (user) => withAttribute(user, "platform", "reference")),
      },
    },
  },
  "kyber-wrong-signature": {
    sentence: "Uploads a Kyber pre-key with a signature that does not cover it",
    overrides: uploads(({ kyberPreKey, signedPreKey }) =>
      kyberPreKey === undefined ? {} : { kyberPreKey: { ...kyberPreKey, signature: signedPreKey.signature } },
    ),
  },
  "makes-up-missing-keys": {
    sentence: "Encrypts to made-up keys when a contact has none",
    overrides: {
      keys: {
        readBundle(answer, jid) {
          try {
            return readBundle(answer, jid);
          } catch (thrown) {
            if (!(thrown instanceof ProviderError) || thrown.code !== "recipient-unknown") throw thrown;
            return madeUpBundle();
          }
        },
      },
    },
  },
  "pads-short-keys": {
    sentence: "Pads keys that are too short with zeros",
    overrides: {
      keys: {
        readBundle: (answer, jid) =>
          readBundle(
            changeNodes(answer, "value", (value) => {
              const bytes = bytesOf(value);
              return bytes?.length === 31 ? { ...value, content: Uint8Array.of(...bytes, 0) } : value;
            }),
            jid,
          ),
      },
    },
  },
  "refill-starts-again": {
    sentence: "Numbers the one-time pre-keys of each upload from 1",
    overrides: { keys: { firstId: () => 1 } },
  },
  "repeats-refused-upload": {
    sentence: "Repeats a refused upload at once and without limit",
    overrides: { keys: { refusedUpload: "at-once" } },
  },
  "repeats-throttled-fetch": {
    sentence: "Repeats a refused request for keys at once, five times",
    overrides: { keys: { fetchPausesMs: [0, 0, 0, 0, 0] } },
  },
  "replaces-unconfirmed-keys": {
    sentence: "Makes new one-time keys under the ids of an upload whose answer did not come",
    overrides: {
      keys: {
        afterSilence(account, { preKeys }) {
          const [first] = preKeys;
          if (first !== undefined) account.generatePreKeys(first.id, preKeys.length);
        },
      },
    },
  },
  "requires-one-time-key": {
    sentence: "Cannot write to a contact without one-time keys",
    overrides: {
      keys: {
        acceptBundle(bundle) {
          if (bundle.preKey !== undefined) return bundle;
          throw new ProviderError("recipient-keys-bad", "Begin a session: found no one-time key, wanted one");
        },
      },
    },
  },
  "skips-bundle-signature": {
    sentence: "Writes to a contact whose signed pre-key has a wrong signature",
    overrides: {
      keys: {
        acceptBundle(bundle) {
          const { identityKey, signedPreKey } = bundle;
          const isGood = verifySignedPreKey(identityKey, signedPreKey.publicKey, signedPreKey.signature);
          return isGood ? bundle : madeUpBundle();
        },
      },
    },
  },
  "upload-duplicate-ids": {
    sentence: "Uploads different keys under one id",
    overrides: uploads(({ preKeys }) => ({ preKeys: preKeys.map((key) => ({ ...key, id: 7 })) })),
  },
  "upload-other-identity": {
    sentence: "Uploads another identity key than the enlisted one",
    overrides: uploads(({ identityKey }) => ({ identityKey: identityKey.map((byte) => byte ^ 1) })),
  },
  "upload-prefixed-keys": {
    sentence: "Uploads keys with their type byte, 33 bytes each",
    overrides: uploads(({ identityKey, preKeys }) => ({
      identityKey: prefixed(identityKey),
      preKeys: preKeys.map((key) => ({ ...key, publicKey: prefixed(key.publicKey) })),
    })),
  },
  "upload-without-signed-key": {
    sentence: "Leaves the signed pre-key out of its upload",
    overrides: { keys: { upload: (id, keys) => withoutChild(uploadRequest(id, keys), "skey") } },
  },
  "upload-zero-id": {
    sentence: "Numbers its one-time keys from zero",
    overrides: uploads(({ preKeys }) => ({ preKeys: preKeys.map((key, id) => ({ ...key, id })) })),
  },
  "uploads-for-every-notice": {
    sentence: "Begins an upload for every notice, even while one is running",
    overrides: { keys: { uploadsSideBySide: true } },
  },
});
