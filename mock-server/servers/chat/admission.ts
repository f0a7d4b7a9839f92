import { toHex } from "../../../core/bytes.js";
import { type ClientPayload, decodeClientPayload } from "../../../protocol/noise/client-payload.js";
import type { FaultPlace } from "../../../faults/hooks.js";
import type { Companion } from "../../engine/types.js";
import { checkLogin } from "./login.js";
import type { LoginOutcome } from "./login-outcome.js";
import { payloadForTrace } from "./payload-for-trace.js";
import type { ChatDeps } from "./deps.js";

export interface Admission {
  /** Empty when the payload names no account. */
  readonly login: string;
  /** `failure` reason; undefined when the client may come in. */
  readonly refusal: string | undefined;
  readonly passive: boolean;
  /** A client that is to be paired before it has an account. */
  readonly companion: Companion | undefined;
  /** Whether the client wants read receipts on this connection (interop fact 32). */
  readonly readReceipts: boolean;
  /** Names by which faults find this client from now on. */
  readonly place: FaultPlace & { readonly connection: string };
}

/**
 * Decides on the client that finished the handshake, and records both what it said and what became of it.
 *
 * @throws NoiseError `malformed-payload`
 */
export async function admit(
  deps: ChatDeps,
  connection: string,
  finish: { readonly clientStatic: Uint8Array; readonly payload: Uint8Array },
): Promise<Admission> {
  const { journal, faults, engine } = deps;
  const { clientStatic } = finish;
  const payload = decodeClientPayload(finish.payload);
  const outcome = await checkLogin(deps, { clientStatic, payload });
  recordFinish(deps, connection, clientStatic, payload, outcome);
  const { login, companion } = outcome;
  const userId = engine.account(login)?.userId;
  const place = { connection, accounts: userId === undefined ? [login] : [login, userId] };
  const refusal = outcome.refusal ?? faults.apply("login", undefined, place);
  const decision = refusal === undefined ? "accepted" : "refused";
  const reason = refusal === undefined ? {} : { reason: refusal };
  journal.record({ kind: "login", by: "harness", connection, account: login, outcome: decision, ...reason });
  // Ordinary clients are not asked.
  const readReceipts = payload.interopData === undefined || payload.interopData.enableReadReceipts === true;
  return { login, refusal, passive: payload.passive ?? false, readReceipts, companion, place };
}

function recordFinish(
  { journal }: ChatDeps,
  connection: string,
  clientStatic: Uint8Array,
  payload: ClientPayload,
  { token }: LoginOutcome,
): void {
  const fields = { staticKey: toHex(clientStatic), payload: payloadForTrace(payload, token) };
  journal.record({ kind: "handshake", by: "provider", connection, message: "client-finish", fields });
}
