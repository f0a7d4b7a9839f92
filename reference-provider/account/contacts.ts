import type { StanzaNode } from "../../protocol/stanza/node.js";
import type { PreKeyBundle, SignalAccount } from "../../signal/account.js";
import { addressOf } from "../../signal/address.js";
import { SignalError, type SignalErrorCode } from "../../signal/errors.js";
import type { NoticeSource } from "../behaviour/messaging.js";
import type { SessionBehaviour } from "../behaviour/sessions.js";
import { ProviderError } from "../errors.js";
import type { RetryContext } from "../stanzas/receipts.js";
import type { UserContext } from "./context.js";

/** @throws ProviderError `recipient-unknown`, `recipient-keys-bad`, `request-refused`, `no-reply` */
export async function fetchBundle(context: UserContext, jid: string): Promise<PreKeyBundle> {
  const { behaviour, clock } = context;
  for (const pauseMs of behaviour.keys.fetchPausesMs) {
    const answer = await askForBundle(context, jid).catch(unlessRefused);
    if (answer !== undefined) return behaviour.keys.readBundle(answer, jid);
    await new Promise<void>((resolve) => void clock.after(pauseMs, resolve));
  }
  return behaviour.keys.readBundle(await askForBundle(context, jid), jid);
}

function askForBundle({ behaviour, session }: UserContext, jid: string): Promise<StanzaNode> {
  return session.request((id) => behaviour.keys.bundleRequest(id, jid));
}

function unlessRefused(thrown: unknown): undefined {
  if (!(thrown instanceof ProviderError) || thrown.code !== "request-refused") throw thrown;
}

/**
 * A wrong signature comes from an attack or a broken server, so there is no second attempt (interop fact 56).
 *
 * @throws ProviderError `recipient-keys-bad`
 */
export async function beginSession(
  context: UserContext,
  contact: string,
  bundle: PreKeyBundle,
  source: "bundle" | "retry" = "bundle",
): Promise<void> {
  try {
    const accepted = await context.behaviour.keys.acceptBundle(bundle);
    const { identityChanged } = await context.account.openSession(addressOf(contact), accepted);
    if (identityChanged) noticeIdentityChange(context, contact, source);
    else noticeSameKeys(context, contact, "bundle");
  } catch (thrown) {
    if (!(thrown instanceof SignalError)) throw thrown;
    const message = `Begin a session with ${contact}: ${thrown.code}: ${thrown.message}`;
    throw new ProviderError("recipient-keys-bad", message, { cause: thrown });
  }
}

/** What goes into the receipt that asks for a message again. From request `keysFrom` on, it brings fresh keys. */
export function retryContext(
  account: SignalAccount,
  behaviour: Pick<SessionBehaviour, "oneTimeKeyForRetry">,
  count: number,
  code: SignalErrorCode,
  keysFrom: number,
): RetryContext {
  const { registrationId } = account;
  if (count < keysFrom) return { code, count, registrationId };
  const preKey = behaviour.oneTimeKeyForRetry(account);
  return { code, count, registrationId, keys: { ...account.bundle(), ...(preKey && { preKey }) } };
}

/** Tells the user that a contact has a new identity key (interop fact 59). */
export function noticeIdentityChange(context: UserContext, contact: string, source: NoticeSource): void {
  const { behaviour, events } = context;
  const notice = behaviour.messaging.securityNotice({ contact, reason: "identity-changed" }, source);
  if (notice !== undefined) events.push({ kind: "security-notice", ...notice });
  context.newIdentities.add(contact);
}

/** Usually no news. */
export function noticeSameKeys(
  { behaviour, events }: UserContext,
  contact: string,
  source: "message" | "bundle",
): void {
  const notice = behaviour.messaging.noticeOfSameKeys(contact, source);
  if (notice !== undefined) events.push({ kind: "security-notice", ...notice });
}

/** The server reports a new identity: no old session may survive, and the next key is accepted as it is. */
export function forgetContact(context: UserContext, contact: string): void {
  const address = addressOf(contact);
  context.account.deleteSession(address);
  context.account.forgetIdentity(address);
  noticeIdentityChange(context, contact, "notification");
}
