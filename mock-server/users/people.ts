import type { PairingCode } from "../../protocol/adv/pairing.js";
import { sealIdentity } from "../../protocol/adv/pairing.js";
import { formatJid, parseJid } from "../../protocol/ids/jid.js";
import type { Engine } from "../engine/types.js";
import type { ForeignDevice, LinkedDevice } from "../side/side.js";
import type { UserDeps } from "./context.js";
import { createLinks, type Linked, type Links } from "./linking.js";
import { createUser, createUserAccount, type SimulatedUser } from "./user.js";

export interface PersonDeps {
  readonly deps: UserDeps;
  readonly engine: Pick<Engine, "nextDevice">;
  readonly phone: SimulatedUser;
}

/** A user with a phone: what the phone can do for further devices. */
export interface Person {
  /** Answers the code that a companion shows. The companion still has to sign; what it answers is in the trace. */
  pair(code: PairingCode): LinkedDevice;
  /** Makes a device known whose keys exist already. */
  adopt(device: ForeignDevice): LinkedDevice;
  /** A further simulated device, not yet joined. */
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
