import {
  accountSigned,
  encodeDeviceIdentity,
  encodeKeyIndexList,
  encodeSignedIdentity,
  encodeSignedKeyIndexList,
  keyIndexListSigned,
} from "../../protocol/adv/device-identity.js";
import type { SignedKeyIndexes } from "../engine/types.js";
import type { UserContext } from "./context.js";

/** What a phone says about a device that it takes for its own (wire 5.7). */
export interface Linked {
  /** A signed device identity that the device has yet to sign itself. */
  readonly signedIdentity: Uint8Array;
  readonly keyIndexes: SignedKeyIndexes;
}

/** The phone's side of linking devices; the number of a device is its key index too. */
export interface Links {
  link(device: number, identityKey: Uint8Array): Linked;
  unlink(device: number): void;
}

export function createLinks({ account, clock, random }: UserContext): Links {
  const rawId = random.int(0x7fff_ffff);
  const valid = new Set<number>();
  let current = 0;

  return {
    link(device, identityKey) {
      const timestamp = Math.floor(clock.now() / 1000);
      valid.add(device);
      current = Math.max(current, device);
      const details = encodeDeviceIdentity({ rawId, timestamp, keyIndex: device });
      const accountSignature = account.sign(accountSigned(details, identityKey));
      const accountSignatureKey = account.publicIdentity;
      const list = encodeKeyIndexList({ rawId, timestamp, currentIndex: current, validIndexes: [...valid] });
      return {
        signedIdentity: encodeSignedIdentity({ details, accountSignatureKey, accountSignature }),
        keyIndexes: { bytes: encodeSignedKeyIndexList(list, account.sign(keyIndexListSigned(list))), timestamp },
      };
    },
    unlink: (device) => void valid.delete(device),
  };
}
