import { bytesToUint } from "../../core/bytes.js";
import { bytesOf, childNamed, type StanzaNode } from "../../protocol/stanza/node.js";
import type { PreKeyBundle, SignalAccount } from "../../signal/account.js";
import type { SignalErrorCode } from "../../signal/errors.js";
import { fetchBundle } from "../messaging/sealer.js";
import type { RetryContext } from "../messaging/types.js";
import { readKeys } from "../stanzas/key-fetch.js";
import type { UserContext } from "../user/context.js";

/** After as many requests a message is given up (interop fact 77). */
export const maximumRetries = 5;

/** Beyond this two broken sides would keep each other busy for ever (interop fact 77). */
export const maximumResends = 10;

/** What goes into the receipt that asks for a message again: fresh keys from the second time on. */
export function retryContext(account: SignalAccount, count: number, code: SignalErrorCode): RetryContext {
  const { registrationId } = account;
  if (count < 2) return { code, count, registrationId };
  const [preKey] = account.generatePreKeys(account.nextPreKeyId, 1);
  return { code, count, registrationId, keys: { ...account.bundle(), ...(preKey && { preKey }) } };
}

/** The keys in a retry receipt save a fetch; without them the member's session may be beyond repair all the same. */
export async function retryBundle(context: UserContext, receipt: StanzaNode, member: string): Promise<PreKeyBundle> {
  const keys = childNamed(receipt, "keys");
  const registration = childNamed(receipt, "registration");
  const bytes = registration && bytesOf(registration);
  if (keys === undefined || bytes?.length !== 4) return fetchBundle(context, member);
  return { registrationId: bytesToUint(bytes), ...readKeys(keys) };
}
