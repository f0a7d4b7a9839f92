import { sameBytes } from "../../../core/bytes.js";
import { formatJid, interopJid } from "../../../protocol/ids/jid.js";
import type { TokenVerdict } from "../../accounts/token-verifier.js";
import type { LoginAttempt, LoginOutcome } from "./login-outcome.js";
import { checkDevice } from "./login-device.js";
import type { ChatDeps } from "./deps.js";

/** Whether a client may come in, by the profile's way of proving who it is. */
export async function checkLogin(
  deps: Pick<ChatDeps, "profile" | "engine" | "verifier">,
  attempt: LoginAttempt,
): Promise<LoginOutcome> {
  return deps.profile.accounts.login === "device" ? checkDevice(deps, attempt) : checkToken(deps, attempt);
}

/**
 * Whether a client of a provider may come in (interop facts 17, 27, 28 and 31): it names an enlisted account, its token vouches for
 * that account's user, and it proved in the handshake to own the enlisted static key.
 */
async function checkToken(
  deps: Pick<ChatDeps, "profile" | "engine" | "verifier">,
  { clientStatic, payload }: LoginAttempt,
): Promise<LoginOutcome> {
  const { channel, integrator } = deps.profile;
  const { accountId, token = new Uint8Array(0) } = payload.interopData ?? {};
  // Verified in any case: the trace should tell about the token even when something else is wrong.
  const verdict = token.length === 0 ? undefined : await deps.verifier.verify(Buffer.from(token).toString("latin1"));
  // Only the token tells one integrator's accounts from another's.
  const { id } = verdict?.ok === true ? verdict.integrator : integrator;
  const login = accountId === undefined ? "" : formatJid(interopJid(id, String(accountId)));
  const refusal = (): string | undefined => {
    if (payload.product !== channel.product || accountId === undefined) return channel.failures.badRequest;
    const account = deps.engine.account(login);
    if (account === undefined) return channel.failures.unknownAccount;
    if (!vouchesFor(verdict, account.userId)) return channel.failures.badToken;
    return sameBytes(clientStatic, account.authKey) ? undefined : channel.failures.wrongStaticKey;
  };
  return { login, refusal: refusal(), token: verdict?.trace };
}

function vouchesFor(verdict: TokenVerdict | undefined, userId: string): boolean {
  return verdict?.ok === true && verdict.userId === userId;
}
