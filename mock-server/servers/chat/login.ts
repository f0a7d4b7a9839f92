import { bytesToUint, sameBytes, toHex } from "../../../core/bytes.js";
import type { Problem, TraceToken } from "../../../harness/model/trace.js";
import { formatJid, interopJid, phoneJid } from "../../../protocol/ids/jid.js";
import type { ClientPayload, DevicePairingData } from "../../../protocol/noise/client-payload.js";
import type { RefusedToken, TokenVerdict } from "../../accounts/token-verifier.js";
import type { Companion } from "../../engine/types.js";
import type { ChatDeps } from "./deps.js";

/** What is wrong with a login, apart from its token. */
export type LoginProblemCode =
  | "login-bad-payload"
  | "login-foreign-token"
  | "login-unknown-account"
  | "login-without-token"
  | "login-wrong-static-key";

export interface LoginAttempt {
  readonly clientStatic: Uint8Array;
  readonly payload: ClientPayload;
}

export interface Refusal {
  /** Of the `failure` stanza. */
  readonly reason: string;
  /** What the client is not told. */
  readonly problem: LoginProblem;
}

interface LoginProblem extends Problem {
  readonly code: LoginProblemCode | RefusedToken["code"];
}

export interface LoginOutcome {
  /** Empty when the payload names no account. */
  readonly login: string;
  /** Undefined when the login is good. */
  readonly refusal: Refusal | undefined;
  readonly token: TraceToken | undefined;
  /** A client without an account, which connects to be paired. */
  readonly companion?: Companion | undefined;
}

/** Whether a client may log in, by the proof that the profile asks for. */
export async function checkLogin(
  deps: Pick<ChatDeps, "profile" | "engine" | "verifier">,
  attempt: LoginAttempt,
): Promise<LoginOutcome> {
  return deps.profile.accounts.login === "device" ? checkDevice(deps, attempt) : checkToken(deps, attempt);
}

/**
 * Whether a client of a provider may log in (interop facts 17, 27, 28 and 31). It must name an enlisted account, its token
 * must be valid for the user of that account, and its handshake must prove that it owns the enlisted static key.
 */
async function checkToken(
  deps: Pick<ChatDeps, "profile" | "engine" | "verifier">,
  { clientStatic, payload }: LoginAttempt,
): Promise<LoginOutcome> {
  const { channel, integrator } = deps.profile;
  const { accountId, token = new Uint8Array(0) } = payload.interopData ?? {};
  // Always verified: the trace reports on the token even when something else is wrong.
  const verdict = token.length === 0 ? undefined : await deps.verifier.verify(Buffer.from(token).toString("latin1"));
  // Only the token says to which integrator the account belongs.
  const { id } = verdict?.ok === true ? verdict.integrator : integrator;
  const login = accountId === undefined ? "" : formatJid(interopJid(id, String(accountId)));
  const { failures, product } = channel;
  const refusal = (): Refusal | undefined => {
    if (payload.product !== product || accountId === undefined) {
      const [field, found, wanted] =
        payload.product === product
          ? ["interopData.accountId", "none", "that of the login"]
          : ["product", payload.product, product];
      return refused(failures.badRequest, "login-bad-payload", `${field} of the client payload`, found, wanted);
    }
    const account = deps.engine.account(login);
    if (account === undefined) {
      return refused(
        failures.unknownAccount,
        "login-unknown-account",
        "accountId",
        login,
        "the number in a login that enlistment returned",
      );
    }
    const wrong = tokenProblem(verdict, account.userId);
    if (wrong !== undefined) return { reason: failures.badToken, problem: wrong };
    if (sameBytes(clientStatic, account.authKey)) return undefined;
    const [found, wanted] = [toHex(clientStatic), `${toHex(account.authKey)}, the authkey of the enlistment`];
    return refused(failures.wrongStaticKey, "login-wrong-static-key", "static key of the handshake", found, wanted);
  };
  return { login, refusal: refusal(), token: verdict?.trace };
}

function tokenProblem(verdict: TokenVerdict | undefined, userId: string): LoginProblem | undefined {
  if (verdict === undefined) {
    return { code: "login-without-token", message: "Check interopData.token: found none, wanted a token" };
  }
  if (!verdict.ok) return { code: verdict.code, message: verdict.message };
  if (verdict.userId === userId) return undefined;
  const message = `Check the user of the token: found ${verdict.userId}, wanted ${userId}, the user of this account`;
  return { code: "login-foreign-token", message };
}

function refused(reason: string, code: LoginProblemCode, what: string, found: unknown, wanted: unknown): Refusal {
  return { reason, problem: { code, message: `Check ${what}: found ${String(found)}, wanted ${String(wanted)}` } };
}

/**
 * Whether a device may log in (wire 1.4). It must name a device of a user, and its handshake must prove that it owns the
 * key with which that device was paired or adopted. A client without an account connects to be paired.
 */
function checkDevice(
  { profile, engine }: Pick<ChatDeps, "profile" | "engine">,
  { clientStatic, payload }: LoginAttempt,
): LoginOutcome {
  const { failures } = profile.channel;
  if (payload.devicePairingData !== undefined) {
    const companion = companionOf(payload.devicePairingData, clientStatic);
    const refusal =
      companion === undefined
        ? refused(
            failures.badRequest,
            "login-bad-payload",
            "devicePairingData",
            "a part missing or of another size",
            "all",
          )
        : undefined;
    return { login: "", refusal, token: undefined, companion };
  }
  const login = addressOf(payload);
  if (login === undefined) {
    const refusal = refused(failures.badRequest, "login-bad-payload", "username", "none", "the number of a user");
    return { login: "", refusal, token: undefined };
  }
  const device = engine.device(login);
  const refusal = (): Refusal | undefined => {
    if (device === undefined)
      return refused(failures.unknownAccount, "login-unknown-account", "device", login, "a known one");
    if (sameBytes(clientStatic, device.noiseKey)) return undefined;
    const [found, wanted] = [toHex(clientStatic), toHex(device.noiseKey)];
    return refused(failures.wrongStaticKey, "login-wrong-static-key", "static key of the handshake", found, wanted);
  };
  return { login, refusal: refusal(), token: undefined };
}

function addressOf({ username, device }: ClientPayload): string | undefined {
  return username === undefined ? undefined : formatJid({ ...phoneJid(String(username)), device: device ?? 0 });
}

/** Undefined unless every key is present with its exact width. */
function companionOf(data: DevicePairingData, noiseKey: Uint8Array): Companion | undefined {
  const registration = sized(data.eRegid, 4);
  const identity = sized(data.eIdent, 32);
  const id = sized(data.eSkeyId, 3);
  const publicKey = sized(data.eSkeyVal, 32);
  const signature = sized(data.eSkeySig, 64);
  if (!registration || !identity || !id || !publicKey || !signature) return undefined;
  const signedPreKey = { id: bytesToUint(id), publicKey, signature };
  return {
    noiseKey: Uint8Array.from(noiseKey),
    keys: { registrationId: bytesToUint(registration), identity, signedPreKey },
  };
}

/** A copy: the payload is a view of a frame, and the keys are kept. */
function sized(bytes: Uint8Array | undefined, width: number): Uint8Array | undefined {
  return bytes?.length === width ? Uint8Array.from(bytes) : undefined;
}
