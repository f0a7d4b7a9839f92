import { toHex } from "../../../core/bytes.js";
import type { FaultPlace } from "../../../faults/hooks.js";
import type { Json, TraceToken } from "../../../harness/model/trace.js";
import { type ClientPayload, decodeClientPayload, type UserAgent } from "../../../protocol/noise/client-payload.js";
import type { Companion } from "../../engine/types.js";
import type { ChatDeps } from "./deps.js";
import type { Finish } from "./handshake.js";
import { checkLogin, type LoginOutcome } from "./login.js";

export interface Admission {
  /** Empty when the payload names no account. */
  readonly login: string;
  /** `failure` reason; undefined when the client is admitted. */
  readonly refusal: string | undefined;
  readonly passive: boolean;
  /** A client that must be paired before it has an account. */
  readonly companion: Companion | undefined;
  /** Whether the client wants read receipts on this connection (interop fact 32). */
  readonly readReceipts: boolean;
  /** Names by which faults find this client. */
  readonly place: FaultPlace & { readonly connection: string };
}

/**
 * Decides on a client that finished the handshake, and records its payload and the decision.
 *
 * @throws NoiseError `malformed-payload`
 */
export async function admit(
  deps: ChatDeps,
  connection: string,
  finish: Pick<Finish, "clientStatic" | "payload" | "furtherBytes">,
): Promise<Admission> {
  const { journal, faults, engine } = deps;
  const { clientStatic, furtherBytes } = finish;
  const payload = decodeClientPayload(finish.payload);
  const outcome = await checkLogin(deps, { clientStatic, payload });
  const parts = { staticKey: toHex(clientStatic), furtherBytes };
  recordFinish(deps, connection, parts, payload, outcome);
  const { login, companion } = outcome;
  const userId = engine.account(login)?.userId;
  const place = { connection, accounts: userId === undefined ? [login] : [login, userId] };
  const { reason: found, problem } = outcome.refusal ?? {};
  const refusal = found ?? faults.apply("login", undefined, place);
  const decision = refusal === undefined ? "accepted" : "refused";
  const reason = { ...(refusal !== undefined && { reason: refusal }), ...(problem !== undefined && { problem }) };
  journal.record({ kind: "login", by: "harness", connection, account: login, outcome: decision, ...reason });
  // Ordinary clients have no such setting.
  const readReceipts = payload.interopData === undefined || payload.interopData.enableReadReceipts === true;
  return { login, refusal, passive: payload.passive ?? false, readReceipts, companion, place };
}

function recordFinish(
  { journal }: ChatDeps,
  connection: string,
  parts: Readonly<Record<string, Json>>,
  payload: ClientPayload,
  { token }: LoginOutcome,
): void {
  const fields = { ...parts, payload: payloadForTrace(payload, token) };
  journal.record({ kind: "handshake", by: "provider", connection, message: "client-finish", fields });
}

/** The fields of a ClientPayload that the trace keeps: none that identifies a device or person. */
function payloadForTrace(payload: ClientPayload, token: TraceToken | undefined): Record<string, Json> {
  const { interopData, userAgent } = payload;
  return present({
    accountId: interopData?.accountId,
    product: payload.product,
    passive: payload.passive,
    readReceipts: interopData?.enableReadReceipts,
    pull: payload.pull,
    username: payload.username,
    device: payload.device,
    connectType: payload.connectType,
    connectReason: payload.connectReason,
    platform: userAgent?.platform,
    appVersion: versionOf(userAgent),
    token,
  });
}

function versionOf(userAgent: UserAgent | undefined): string | undefined {
  const { primary, secondary, tertiary, quaternary, quinary } = userAgent?.appVersion ?? {};
  const parts = [primary, secondary, tertiary, quaternary, quinary].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(".");
}

function present(fields: Readonly<Record<string, Json | undefined>>): Record<string, Json> {
  const found: Record<string, Json> = {};
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) found[name] = value;
  return found;
}
