import {
  accountSigned,
  encodeDeviceIdentity,
  encodeKeyIndexList,
  encodeSignedIdentity,
  encodeSignedKeyIndexList,
  keyIndexListSigned,
} from "../../protocol/adv/device-identity.js";
import { type PairingCode, sealIdentity } from "../../protocol/adv/pairing.js";
import { formatJid, parseJid } from "../../protocol/ids/jid.js";
import type { Engine, SignedKeyIndexes } from "../engine/types.js";
import type { ForeignDevice, LinkedDevice } from "../side/side.js";
import type { UserContext, UserDeps } from "./context.js";
import { createUser, createUserAccount, type SimulatedUser } from "./user.js";

interface PersonDeps {
  readonly deps: UserDeps;
  readonly engine: Pick<Engine, "nextDevice">;
  readonly phone: SimulatedUser;
}

/** What a user's phone can do for the user's other devices. */
export interface Person {
  /** Scans the code that a companion shows. The companion must still sign; its answer is in the trace. */
  pair(code: PairingCode): LinkedDevice;
  /** Links a device whose keys exist already. */
  adopt(device: ForeignDevice): LinkedDevice;
  /** Another simulated device, not yet joined. */
  addDevice(): SimulatedUser;
}

export function createPerson({ deps, engine, phone }: PersonDeps): Person {
  const { dispatch } = deps;
  const links: Links = createLinks(phone.context);

  function link(identityKey: Uint8Array): LinkedDevice & { readonly device: number; readonly linked: Linked } {
    const device = engine.nextDevice(phone.jid) ?? 1;
    const linked = links.link(device, identityKey);
    const accountKey = phone.context.account.publicIdentity;
    const addresses = { jid: withDevice(phone.jid, device), lid: withDevice(phone.lid ?? phone.jid, device) };
    return { ...addresses, device, linked, signedIdentity: linked.signedIdentity, accountKey };
  }

  return {
    pair({ ref, identityKey, secret }) {
      const { device, linked, ...view } = link(identityKey);
      const offer = { phone: phone.jid, device, keyIndexes: linked.keyIndexes };
      dispatch({ type: "pairing-offered", ref, offer, sealedIdentity: sealIdentity(linked.signedIdentity, secret) });
      return view;
    },
    adopt({ noiseKey, identityKey: identity, registrationId, signedPreKey }) {
      const { device, linked, ...view } = link(identity);
      const keys = { registrationId, identity, signedPreKey };
      dispatch({
        type: "device-added",
        device: { phone: phone.jid, device, noiseKey, keys, keyIndexes: linked.keyIndexes },
      });
      return view;
    },
    addDevice() {
      const account = createUserAccount(deps);
      const { device, linked, jid, signedIdentity } = link(account.publicIdentity);
      dispatch({ type: "device-added", device: { phone: phone.jid, device, keyIndexes: linked.keyIndexes } });
      const lid = phone.lid === undefined ? {} : { lid: phone.lid };
      return createUser(deps, { jid, ...lid, proof: signedIdentity }, { account });
    },
  };
}

function withDevice(address: string, device: number): string {
  const jid = parseJid(address);
  return jid === undefined ? address : formatJid({ ...jid, device });
}

/** What a phone signs about a device that it links (wire 5.7). */
interface Linked {
  /** A signed device identity, which the device must sign too. */
  readonly signedIdentity: Uint8Array;
  readonly keyIndexes: SignedKeyIndexes;
}

/** The phone's side of linking devices. The number of a device is also its key index. */
interface Links {
  link(device: number, identityKey: Uint8Array): Linked;
  unlink(device: number): void;
}

function createLinks({ account, clock, random }: UserContext): Links {
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
