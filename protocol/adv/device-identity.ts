import { concat } from "../../core/bytes.js";
import { decodeMessage, encodeMessage, type MessageReader } from "../../proto/codec.js";
import { ProtoError } from "../../proto/errors.js";
import { adv } from "../../proto/gen/adv.js";
import { verify } from "../xeddsa/xeddsa.js";
import { AdvError } from "./errors.js";

/** The facts that the signatures of a device identity are about. */
export interface DeviceIdentity {
  /** Of the account's list of devices, the same for all of them. */
  readonly rawId: number;
  /** Unix seconds. */
  readonly timestamp: number;
  /** From 1; 0 is the phone. */
  readonly keyIndex: number;
}

/** A device identity with its two signatures (wire 5.7). Keys are 32 bytes, signatures 64. */
export interface SignedDeviceIdentity {
  /** The encoded `DeviceIdentity`. */
  readonly details: Uint8Array;
  /** Identity key of the phone; devices of the account itself may leave it out towards the server. */
  readonly accountSignatureKey?: Uint8Array;
  readonly accountSignature: Uint8Array;
  /** Absent until the device has signed. */
  readonly deviceSignature?: Uint8Array;
}

const accountPrefix = Uint8Array.of(6, 0);
const devicePrefix = Uint8Array.of(6, 1);
const maxBytes = 4096;

export function encodeDeviceIdentity({ rawId, timestamp, keyIndex }: DeviceIdentity): Uint8Array {
  // 0 is an end-to-end encrypted account and device; the other value is a hosted one.
  return encodeMessage(adv.DeviceIdentity, { rawId, timestamp, keyIndex, accountType: 0, deviceType: 0 });
}

export function encodeSignedIdentity(signed: SignedDeviceIdentity): Uint8Array {
  return encodeMessage(adv.SignedDeviceIdentity, signed);
}

/** @throws AdvError `adv-malformed`. */
export function decodeSignedIdentity(bytes: Uint8Array): SignedDeviceIdentity {
  const found = readAdv(adv.SignedDeviceIdentity, bytes, "signed device identity");
  const { details, accountSignatureKey, accountSignature, deviceSignature } = found;
  if (!details || !accountSignature) throw malformed("signed device identity", "no details or no account signature");
  return {
    details,
    accountSignature,
    ...(accountSignatureKey && { accountSignatureKey }),
    ...(deviceSignature && { deviceSignature }),
  };
}

/** What the phone signs with its identity key. */
export function accountSigned(details: Uint8Array, deviceKey: Uint8Array): Uint8Array {
  return concat(accountPrefix, details, deviceKey);
}

/** What the device signs with its identity key. */
export function deviceSigned(details: Uint8Array, deviceKey: Uint8Array, accountKey: Uint8Array): Uint8Array {
  return concat(devicePrefix, details, deviceKey, accountKey);
}

/**
 * Checks both signatures of a device.
 *
 * @param keys Identity keys, 32 bytes each.
 * @throws AdvError `adv-bad-account-signature`, `adv-bad-device-signature`.
 */
export function verifyIdentity(
  { details, accountSignature, deviceSignature = new Uint8Array(0) }: SignedDeviceIdentity,
  keys: { readonly account: Uint8Array; readonly device: Uint8Array },
): void {
  const { account, device } = keys;
  if (!verify(account, accountSigned(details, device), accountSignature)) {
    throw new AdvError(
      "adv-bad-account-signature",
      "Verify device identity: found an account signature that does not verify, wanted the phone's",
    );
  }
  if (!verify(device, deviceSigned(details, device, account), deviceSignature)) {
    throw new AdvError(
      "adv-bad-device-signature",
      "Verify device identity: found a device signature that does not verify, wanted the device's",
    );
  }
}

function readAdv<Message>(codec: MessageReader<Message>, bytes: Uint8Array, name: string): Message {
  try {
    return decodeMessage(codec, bytes, maxBytes);
  } catch (thrown) {
    if (thrown instanceof ProtoError) throw malformed(name, thrown.message, thrown);
    throw thrown;
  }
}

function malformed(name: string, found: string, cause?: unknown): AdvError {
  return new AdvError("adv-malformed", `Decode ${name}: found ${found}, wanted the fields of wire 5.7`, { cause });
}

/** The key indexes of an account's devices. They show others which devices were removed (wire 5.7). */
export interface KeyIndexList {
  readonly rawId: number;
  /** Unix seconds. */
  readonly timestamp: number;
  readonly currentIndex: number;
  readonly validIndexes: readonly number[];
}

const prefix = Uint8Array.of(6, 2);

export function encodeKeyIndexList({ validIndexes, ...list }: KeyIndexList): Uint8Array {
  return encodeMessage(adv.KeyIndexList, { ...list, validIndexes: [...validIndexes], accountType: 0 });
}

/** What the phone signs with its identity key. */
export function keyIndexListSigned(details: Uint8Array): Uint8Array {
  return concat(prefix, details);
}

export function encodeSignedKeyIndexList(details: Uint8Array, accountSignature: Uint8Array): Uint8Array {
  return encodeMessage(adv.SignedKeyIndexList, { details, accountSignature });
}
