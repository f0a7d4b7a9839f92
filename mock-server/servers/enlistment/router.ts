import { type Request, type Response, Router } from "express";
import type { EnlistmentEntry } from "../../../harness/model/trace.js";
import type { Journal } from "../../../harness/ports/journal.js";
import type { EnlistmentProfile } from "../../../profiles/profile.js";
import { encodeReply, type EnlistmentReply } from "../../../protocol/enlistment/reply.js";
import type { Logins } from "../../accounts/integrators.js";
import type { TokenVerifier } from "../../accounts/token-verifier.js";
import { type NextExchange, readBody, recordedHeaders } from "../../http/exchange.js";
import type { EnlistedAccount } from "../../engine/types.js";
import type { FaultBoard } from "../../faults/board.js";
import { redactForm, redactHeaders, redactTokens } from "../../http/redact.js";
import { assess, type Assessment } from "./assess.js";

export interface EnlistmentServerDeps {
  readonly profile: EnlistmentProfile;
  readonly journal: Journal;
  readonly nextExchange: NextExchange;
  readonly verifier: TokenVerifier;
  readonly logins: Logins;
  /** Called once for each enlistment that is taken; a repeated one replaces the keys behind the same login. */
  readonly enlisted: (account: EnlistedAccount) => void;
  readonly faults: Pick<FaultBoard, "apply">;
}

interface Enlisted {
  readonly reply: EnlistmentReply;
  /** Whom the token names, when the request could be read. */
  readonly userId?: string;
}

/** Eight arguments with a token of at most 4 KB. */
const maximumBodyBytes = 16 * 1024;

/** `POST /3p/interop_reg`: always HTTP 200, with the outcome in a JSON body (interop facts 5 and 9). */
export function enlistmentRouter(parts: EnlistmentServerDeps): Router {
  const { profile, journal, nextExchange } = parts;
  const wrongMethod: EnlistmentReply = { status: "fail", reason: profile.reasons.badArguments };

  async function serve(request: Request, response: Response): Promise<void> {
    const exchange = nextExchange();
    const read = await readBody(request, maximumBodyBytes + 1).catch(() => undefined);
    // Broken off by the client: there is nothing to judge and nobody to answer.
    if (read === undefined) return void response.destroy();
    const body = new TextDecoder().decode(read.bytes);
    const { method } = request;
    const common = {
      kind: "http",
      server: "enlistment",
      exchange,
      method,
      url: redactTokens(request.originalUrl),
    } as const;
    const headers = redactHeaders(recordedHeaders(request.headers));
    journal.record({ ...common, by: "provider", part: "request", headers, body: redactForm(body) });
    const status = method === "POST" ? 200 : 405;
    const { reply, userId } = method === "POST" ? await enlist(exchange, body) : { reply: wrongMethod };
    const usual = { status, body: encodeReply(reply) };
    const answer = parts.faults.apply("enlistment-answer", usual, userId === undefined ? {} : { accounts: [userId] });
    const type = { "content-type": "application/json" };
    journal.record({ ...common, by: "harness", part: "response", headers: type, ...answer });
    response.status(answer.status).set(type).send(Buffer.from(answer.body));
  }

  async function enlist(exchange: number, body: string): Promise<Enlisted> {
    const assessment = await assess(body, profile, parts.verifier);
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
    const login = parts.logins.of(integrator.id, userId);
    const reason = parts.faults.apply("enlistment-reply", undefined, { accounts: [userId, login] });
    if (reason !== undefined) return { reason };
    const { authKey, identityKey, registrationId, signedPreKey } = assessment.fields;
    parts.enlisted({ login, userId, authKey, identity: identityKey, registrationId, signedPreKey });
    return { login };
  }

  return Router().all(profile.path, serve);
}
