import type { Clock } from "../../core/clock.js";
import { reasonOf } from "../../core/coded-error.js";
import { EnlistmentError } from "../../protocol/enlistment/errors.js";
import type { EnlistmentFields } from "../../protocol/enlistment/request.js";
import { parseJid } from "../../protocol/ids/jid.js";
import type { EnlistmentBehaviour } from "../behaviour/enlistment.js";
import { ProviderError } from "../errors.js";
import { httpCall } from "../http-call.js";
import { httpTimeoutMs, type Settings } from "../settings.js";

export interface EnlistDeps {
  readonly behaviour: EnlistmentBehaviour;
  readonly settings: Settings;
  readonly clock: Clock;
  readonly keys: Omit<EnlistmentFields, "token">;
  readonly token: string;
}

/**
 * The HTTP call from the client to Meta (interop fact 5); answers with the login, the user's internal identifier.
 *
 * @throws ProviderError `enlistment-rejected` when Meta said no, `enlistment-failed` when it said nothing usable.
 */
export async function enlist({ behaviour, settings, clock, keys, token }: EnlistDeps): Promise<string> {
  if (behaviour.loginWithoutAsking !== undefined) return behaviour.loginWithoutAsking;
  const { identityKey, registrationId, signedPreKey, authKey } = keys;
  const { contentType, body } = behaviour.request({ authKey, identityKey, registrationId, signedPreKey, token });
  const answer = await httpCall({
    method: "POST",
    url: settings.meta.enlistUrl,
    headers: { "content-type": contentType },
    body,
    ca: settings.meta.tlsCa,
    wholeMs: httpTimeoutMs,
    clock,
  });
  const reply = read(behaviour, answer.status, answer.body.toString("utf8"));
  if (reply.status === "fail") {
    throw new ProviderError("enlistment-rejected", `Enlist: found reason "${reply.reason}", wanted status ok`);
  }
  if (parseJid(reply.login)?.integrator !== undefined) return reply.login;
  throw new ProviderError(
    "enlistment-failed",
    `Enlist: found login "${reply.login}", wanted <number>-<digits>@interop`,
  );
}

function read(behaviour: EnlistmentBehaviour, status: number, body: string) {
  try {
    return behaviour.readReply(status, body);
  } catch (thrown) {
    if (!(thrown instanceof EnlistmentError)) throw thrown;
    throw new ProviderError("enlistment-failed", `Enlist: ${reasonOf(thrown)}`, { cause: thrown });
  }
}
