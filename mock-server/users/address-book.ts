import { bareJid, formatJid, parseJid } from "../../protocol/ids/jid.js";
import { type SignalAddress, addressOf } from "../../signal/address.js";

/**
 * Which phone address and which LID are one user. Sessions go by LID wherever it is known, however a stanza is addressed;
 * mixing the two is how clients lose sessions (wire 5.3).
 */
export interface AddressBook {
  /** Both without a device, or with one that is ignored. */
  learn(phone: string | undefined, lid: string | undefined): void;
  /** One name for a user, whichever form and device `address` has. */
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
      if (phone === undefined || lid === undefined || !lid.endsWith("@lid")) return;
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
