import type { PreKeyBundle, SignalMessage } from "../../signal/account.js";
import { addressOf, type SignalAddress } from "../../signal/address.js";
import { SignalError } from "../../signal/errors.js";
import { ProviderError } from "../errors.js";
import type { UserContext } from "../user/context.js";
import { noticeIdentityChange } from "./notices.js";

/** Encrypts `content`, an encoded message, for `to`; fetches keys and begins a session where there is none. */
export async function seal(context: UserContext, to: string, content: Uint8Array): Promise<SignalMessage> {
  const address = addressOf(to);
  const { account, behaviour } = context;
  if (behaviour.messaging.beginsSession(account.hasSession(address))) {
    await beginSession(context, to, await fetchBundle(context, to));
  }
  return sealInSession(context, address, content);
}

/** @throws ProviderError `recipient-unknown`, `recipient-keys-bad`, `request-refused`, `no-reply` */
export async function fetchBundle({ behaviour, session }: UserContext, jid: string): Promise<PreKeyBundle> {
  const answer = await session.request((id) => behaviour.keys.bundleRequest(id, jid));
  return behaviour.keys.readBundle(answer, jid);
}

/**
 * A signature that does not verify is an attack or a broken server, not something to try again (interop fact 56).
 *
 * @throws ProviderError `recipient-keys-bad`
 */
export async function beginSession(context: UserContext, contact: string, bundle: PreKeyBundle): Promise<void> {
  try {
    const accepted = await context.behaviour.keys.acceptBundle(bundle);
    const { identityChanged } = await context.account.openSession(addressOf(contact), accepted);
    if (identityChanged) noticeIdentityChange(context, contact, "bundle");
  } catch (thrown) {
    if (!(thrown instanceof SignalError)) throw thrown;
    const message = `Begin a session with ${contact}: ${thrown.code}: ${thrown.message}`;
    throw new ProviderError("recipient-keys-bad", message, { cause: thrown });
  }
}

export async function sealInSession(
  { account, behaviour, random }: UserContext,
  address: SignalAddress,
  content: Uint8Array,
): Promise<SignalMessage> {
  const padded = behaviour.messaging.pad(content, random);
  return behaviour.messaging.sealed(await behaviour.sessions.encrypt(account, address, padded));
}
