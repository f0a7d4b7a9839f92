import { bareJid, formatJid, parseJid, serverOf } from "../../protocol/ids/jid.js";
import { addressOf, type SignalAddress } from "../../signal/address.js";

/**
 * Knows which phone address and which LID belong to one user. Once the LID is known, it names the session, whichever
 * address a stanza uses: clients that mix the two lose sessions (wire 5.3).
 */
export interface AddressBook {
  /** Devices in the addresses are ignored. */
  learn(phone: string | undefined, lid: string | undefined): void;
  /** One name for a user, for each form and device of the address. */
  party(address: string): string;
  /** Name of the session with a device. @throws SignalError `bad-address`. */
  session(address: string): SignalAddress;
}

export function createAddressBook(): AddressBook {
  const lids = new Map<string, string>();

  function canonical(address: string): string {
    const jid = parseJid(address);
    if (jid === undefined) return address;
    const lid = parseJid(lids.get(bare(address)) ?? "");
    return lid === undefined ? address : formatJid({ ...lid, device: jid.device });
  }

  return {
    learn(phone, lid) {
      if (phone === undefined || lid === undefined || serverOf(lid) !== "lid") return;
      lids.set(bare(phone), bare(lid));
    },
    party: (address) => bare(canonical(address)),
    session: (address) => addressOf(canonical(address)),
  };
}

/** Without the device. */
export function bare(address: string): string {
  const jid = parseJid(address);
  return jid === undefined ? address : formatJid(bareJid(jid));
}
