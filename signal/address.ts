import { bareJid, formatJid, parseJid } from "../protocol/ids/jid.js";
import { SignalError } from "./errors.js";

/** Names one session. Local bookkeeping only: nothing of it goes over the wire. */
export interface SignalAddress {
  /** The account's address without device, server included: equal user parts on two servers stay two contacts. */
  readonly name: string;
  readonly device: number;
}

/** The session address of a device, from its JID in text form. @throws SignalError `bad-address`. */
export function addressOf(jidText: string): SignalAddress {
  const jid = parseJid(jidText);
  if (jid !== undefined) return { name: formatJid(bareJid(jid)), device: jid.device };
  throw new SignalError("bad-address", `Name session: found "${jidText.slice(0, 80)}", wanted the address of a user`);
}
