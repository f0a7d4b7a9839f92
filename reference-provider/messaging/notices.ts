import { addressOf } from "../../signal/address.js";
import type { UserContext } from "../user/context.js";
import type { NoticeSource } from "./types.js";

/** Tells the user that a contact's identity key is another one (interop fact 59). */
export function noticeIdentityChange({ behaviour, events }: UserContext, contact: string, source: NoticeSource): void {
  const notice = behaviour.messaging.securityNotice({ contact, reason: "identity-changed" }, source);
  if (notice !== undefined) events.push({ kind: "security-notice", ...notice });
}

/** The server says so: old sessions must not survive, and the next key is taken as it comes. */
export function forgetContact(context: UserContext, contact: string): void {
  const address = addressOf(contact);
  context.account.deleteSession(address);
  context.account.forgetIdentity(address);
  noticeIdentityChange(context, contact, "notification");
}
