import { type Request, type Response, Router } from "express";
import type { EnlistmentEntry } from "../../../harness/model/trace.js";
import type { EnlistmentProfile } from "../../../profiles/profile.js";
import { encodeReply, type EnlistmentReply } from "../../../protocol/enlistment/reply.js";
import type { Logins } from "../../accounts/integrators.js";
import type { TokenVerifier } from "../../accounts/token-verifier.js";
import { type ExchangeDeps, readBody, recordRequest } from "../../http/exchange.js";
import type { EnlistedAccount } from "../../engine/types.js";
import type { FaultBoard } from "../../faults/board.js";
import { redactForm } from "../../http/redact.js";
import { assess, type Assessment } from "./assess.js";

export interface EnlistmentServerDeps extends ExchangeDeps {
  readonly profile: EnlistmentProfile;
  readonly verifier: TokenVerifier;
  readonly logins: Logins;
  /** Called once for each accepted enlistment; a repeated one replaces the keys of the same login. */
  readonly enlisted: (account: EnlistedAccount) => void;
  readonly faults: Pick<FaultBoard, "apply">;
}

interface Enlisted {
  readonly reply: EnlistmentReply;
  /** The user that the token names, when the request could be read. */
  readonly userId?: string;
}

function statusFor(isPost: boolean, complete: boolean): 200 | 405 | 413 {
  if (!isPost) return 405;
  return complete ? 200 : 413;
}

/** Eight arguments with a token of at most 4 KB. */
const maximumBodyBytes = 16 * 1024;

/**
 * `POST /3p/interop_reg`: always HTTP 200, with the outcome in a JSON body (interop facts 5 and 9). Only what no enlistment
 * can be has another status: another method, and a body beyond the limit, of which the rest is not read.
 */
export function enlistmentServer(deps: EnlistmentServerDeps): Router {
  const { profile, journal } = deps;
  const wrongMethod: EnlistmentReply = { status: "fail", reason: profile.reasons.badArguments };

  async function serve(request: Request, response: Response): Promise<void> {
    const read = await readBody(request, maximumBodyBytes + 1).catch(() => undefined);
    // The client broke off: there is no request to answer.
    if (read === undefined) return void response.destroy();
    const body = new TextDecoder().decode(read.bytes);
    const isPost = request.method === "POST";
    const status = statusFor(isPost, read.bytes.length <= maximumBodyBytes);
    const exchange = recordRequest(deps, "enlistment", request, redactForm(body));
    const { reply, userId }: Enlisted = isPost ? await enlist(exchange.number, body) : { reply: wrongMethod };
    const usual = { status, body: encodeReply(reply) };
    const answer = deps.faults.apply("enlistment-answer", usual, userId === undefined ? {} : { accounts: [userId] });
    const headers = { "content-type": "application/json", ...(status === 413 && { connection: "close" }) };
    exchange.answer({ ...answer, headers });
    response.status(answer.status).set(headers).send(Buffer.from(answer.body));
  }

  async function enlist(exchange: number, body: string): Promise<Enlisted> {
    const assessment = await assess(body, profile, deps.verifier);
    const outcome = decide(assessment);
    const { arguments: given, problems, token, signatureValid } = assessment;
    journal.record({
      kind: "enlistment",
      by: "provider",
      exchange,
      arguments: given,
      problems,
      ...(token && { token }),
      ...(signatureValid !== undefined && { signatureValid }),
      outcome,
    });
    const reply =
      "login" in outcome ? ({ status: "ok", ...outcome } as const) : ({ status: "fail", ...outcome } as const);
    return { reply, ...(assessment.accepted && { userId: assessment.proof.userId }) };
  }

  function decide(assessment: Assessment): EnlistmentEntry["outcome"] {
    if (!assessment.accepted) return { reason: assessment.reason };
    const { integrator, userId } = assessment.proof;
    const login = deps.logins.of(integrator.id, userId);
    const reason = deps.faults.apply("enlistment-reply", undefined, { accounts: [userId, login] });
    if (reason !== undefined) return { reason };
    const { authKey, identityKey, registrationId, signedPreKey } = assessment.fields;
    deps.enlisted({ login, userId, authKey, identity: identityKey, registrationId, signedPreKey });
    return { login };
  }

  return Router().all(profile.path, serve);
}
