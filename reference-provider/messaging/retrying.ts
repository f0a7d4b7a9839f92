import { bytesToUint } from "../../core/bytes.js";
import { bytesOf, childNamed, type StanzaNode } from "../../protocol/stanza/node.js";
import type { PreKeyBundle, SignalAccount } from "../../signal/account.js";
import { readKeys } from "../stanzas/key-fetch.js";
import type { UserContext } from "../user/context.js";
import { fetchBundle } from "./sealer.js";
import type { RetryContext } from "./types.js";

/** After as many requests a message is given up (interop fact 77). */
export const maximumRetries = 5;

/** Beyond this two broken sides would keep each other busy for ever (interop fact 77). */
export const maximumResends = 10;

/** What goes into the receipt that asks for a message again: fresh keys from the second time on. */
export function retryContext(account: SignalAccount, count: number): RetryContext {
  const { registrationId, publicIdentity } = account;
  if (count < 2) return { count, registrationId };
  const [preKey] = account.generatePreKeys(account.nextPreKeyId, 1);
  const keys = { identityKey: publicIdentity, signedPreKey: account.signedPreKey(), ...(preKey && { preKey }) };
  return { count, registrationId, keys };
}

/** The keys in a retry receipt save a fetch; without them the contact's session may be beyond repair all the same. */
export async function retryBundle(context: UserContext, receipt: StanzaNode, contact: string): Promise<PreKeyBundle> {
  const keys = childNamed(receipt, "keys");
  const registration = childNamed(receipt, "registration");
  const bytes = registration && bytesOf(registration);
  if (keys === undefined || bytes?.length !== 4) return fetchBundle(context, contact);
  return { registrationId: bytesToUint(bytes), ...readKeys(keys) };
}
