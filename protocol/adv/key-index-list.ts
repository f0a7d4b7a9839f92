import { concat } from "../../core/bytes.js";
import { encodeMessage } from "../../proto/codec.js";
import { adv } from "../../proto/gen/adv.js";

/** The key indexes of an account's devices, by which others tell devices that were removed (wire 5.7). */
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
