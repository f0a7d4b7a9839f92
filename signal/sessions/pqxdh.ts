import * as libsignal from "@signalapp/libsignal-client";
import { toHex } from "../../core/bytes.js";
import type { PublicSignedPreKey } from "../account.js";
import { SignalError } from "../errors.js";
import {
  bytesOf,
  type KyberKeys,
  type KyberOperation,
  type KyberStrategy,
  type PublicKey,
  store,
  type StoredKyberKeys,
  type Variant,
} from "./libsignal.js";
import { binary, textOf } from "./state.js";

const kyber: KyberStrategy = {
  /** libsignal alone can make a Kyber key, so it does not follow the seed. */
  fresh(identity) {
    const pair = libsignal.KEMKeyPair.generate();
    const signature = identity.sign(bytesOf(pair.getPublicKey().serialize()));
    return new LastResortKey(libsignal.KyberPreKeyRecord.new(1, 0, pair, bytesOf(signature)), []);
  },
  restore: ({ kyberPreKey, usedBaseKeys }) =>
    new LastResortKey(libsignal.KyberPreKeyRecord.deserialize(binary(kyberPreKey)), usedBaseKeys),
  bundleArguments({ kyberPreKey }) {
    if (kyberPreKey === undefined) {
      throw new SignalError("malformed-bundle", "Read bundle: found no Kyber pre-key, wanted one");
    }
    const { id, publicKey, signature } = kyberPreKey;
    const key = libsignal.KEMPublicKey.deserialize(Buffer.concat([Uint8Array.of(kyberType), publicKey]));
    return [id, key, bytesOf(signature)];
  },
};

/** Type byte before a Kyber1024 key. */
const kyberType = 0x08;

/** One Kyber key for every session: the "last resort" key of PQXDH, section 3.2. */
class LastResortKey implements KyberKeys {
  readonly #record: libsignal.KyberPreKeyRecord;
  /** Signed pre-key and base key of each session that others began here: none may begin twice. */
  readonly #usedBaseKeys: Set<string>;

  constructor(record: libsignal.KyberPreKeyRecord, usedBaseKeys: readonly string[]) {
    this.#record = record;
    this.#usedBaseKeys = new Set(usedBaseKeys);
  }

  get publicPreKey(): PublicSignedPreKey {
    const publicKey = Uint8Array.from(this.#record.publicKey().serialize().subarray(1));
    return { id: this.#record.id(), publicKey, signature: Uint8Array.from(this.#record.signature()) };
  }

  get stored(): StoredKyberKeys {
    return { kyberPreKey: textOf(this.#record), usedBaseKeys: [...this.#usedBaseKeys] };
  }

  begin(missing: (id: number) => never): KyberOperation {
    let used: string | undefined;
    const keys = store(libsignal.KyberPreKeyStore, {
      getKyberPreKey: async (id: number) => (id === this.#record.id() ? this.#record : missing(id)),
      // The key itself stays. Its one-time pre-key or its base key shows that a message is a replay.
      markKyberPreKeyUsed: async (_id: number, signedPreKeyId: number, baseKey: PublicKey) => {
        used = `${signedPreKeyId} ${toHex(baseKey.serialize())}`;
        if (this.#usedBaseKeys.has(used)) throw new Error("Base key used before");
      },
    });
    return {
      store: keys,
      commit: () => {
        if (used !== undefined) this.#usedBaseKeys.add(used);
      },
    };
  }
}

/** This libsignal counts devices from 1. */
const firstDevice = 1;

/**
 * PQXDH and the triple ratchet, version 4, as current libsignal speaks it: first byte 0x44. No open WhatsApp client does,
 * so how its keys travel is our own guess (the profile `whatsapp-pqxdh`).
 */
export const pqxdhVariant: Variant = {
  name: "pqxdh-v4",
  version: 4,
  libsignal,
  firstDevice,
  // Without effect for names that are not Signal's service ids.
  self: [libsignal.ProtocolAddress.new("self", firstDevice)],
  identitySaved: (replaced) =>
    replaced ? libsignal.IdentityChange.ReplacedExisting : libsignal.IdentityChange.NewOrUnchanged,
  kyber,
};
