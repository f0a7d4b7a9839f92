import { createHmac, createPrivateKey, createPublicKey, type JsonWebKey, sign } from "node:crypto";
import { toBase64Url, utf8 } from "../../../core/bytes.js";
import type { Clock } from "../../../core/clock.js";
import type { PushPlan } from "../../../faults/hooks.js";
import type { PushProfile } from "../../../profiles/profile.js";
import { parseJid } from "../../../protocol/ids/jid.js";
import { encodePush } from "../../../protocol/push/push.js";
import type { JsonObject } from "../../../protocol/token/inspect.js";
import {
  assembleToken,
  exportSigningKey,
  generateSigningKey,
  type SigningKey,
  signToken,
} from "../../../protocol/token/sign.js";
import type { Integrators } from "../../accounts/integrators.js";
import type { FaultBoard } from "../../faults/board.js";
import type { HttpCaller } from "../../http/caller.js";
import { HttpCallError } from "../../http/errors.js";
import type { MetaSigner } from "../keys/signer.js";

/** Wakes users of the provider who are not connected: `POST {base}/push` (interop fact 91). */
export interface Pusher {
  /**
   * Sends at once, or as soon as other pushes are done. A second push for a user whose first one still waits says nothing
   * new and is left out. Only the trace has the outcome.
   */
  push(login: string, userId: string): void;
  /** Drops the pushes that still wait. */
  clear(): void;
}

export interface PusherDeps {
  readonly profile: PushProfile;
  /** Real time, not the one that a suite moves: the provider compares the token's times with its own clock. */
  readonly clock: Clock;
  readonly integrators: Integrators;
  readonly signer: MetaSigner;
  readonly caller: HttpCaller;
  readonly faults: FaultBoard;
}

const maximumAtOnce = 4;
const maximumWaiting = 1000;
const timeoutMs = 10_000;
const maximumAnswerBytes = 64 * 1024;

export function createPusher({ profile, clock, integrators, signer, caller, faults }: PusherDeps): Pusher {
  const waiting = new Map<string, { readonly base: string; readonly userId: string }>();
  let underWay = 0;

  function next(): void {
    for (const [login, { base, userId }] of waiting) {
      if (underWay >= maximumAtOnce) return;
      waiting.delete(login);
      underWay += 1;
      void send(base, login, userId).finally(() => {
        underWay -= 1;
        next();
      });
    }
  }

  async function send(base: string, login: string, userId: string): Promise<void> {
    const place = { accounts: [login, userId] };
    if (faults.apply("push-key", "current", place) === "new") signer.rotate();
    const plan = faults.apply("push", planFor(base), place);
    if (plan === undefined) return;
    const { scheme = "Bearer", times = 1 } = plan;
    const token = await tokenOf(plan);
    for (let time = 0; time < times; time += 1) {
      await call(base + profile.path, userId, token === undefined ? {} : { authorization: `${scheme} ${token}` });
    }
  }

  async function call(url: string, userId: string, credentials: Readonly<Record<string, string>>): Promise<void> {
    try {
      await caller.call({
        server: "push",
        method: "POST",
        url,
        headers: { ...credentials, "content-type": "application/json" },
        body: encodePush({ to: userId }),
        timeoutMs,
        maximumBytes: maximumAnswerBytes,
      });
    } catch (thrown) {
      // The caller has recorded the error. Pushes are not repeated: the mailbox keeps the message.
      if (!(thrown instanceof HttpCallError)) throw thrown;
    }
  }

  function planFor(base: string): PushPlan {
    const issuedAt = Math.floor(clock.now() / 1000);
    const times = { iat: issuedAt, exp: issuedAt + profile.lifetimeSeconds };
    // The audience is the integrator's URL in the published sample (interop fact 23).
    return { claims: { iss: profile.issuer, aud: base, ...times }, key: "meta", token: "signed" };
  }

  async function tokenOf({ claims, key, token, header = {} }: PushPlan): Promise<string | undefined> {
    if (token === "missing") return undefined;
    if (token === "unsigned") return assembleToken({ alg: "none", typ: "JWT" }, claims, new Uint8Array());
    if (key === "foreign") return signWithUnknownKey(claims);
    const own = await signer.key();
    if (token === "public-secret") return signWithPublicKey(claims, own);
    if (token === "other-algorithm") return signByHand({ alg: "RS512" }, claims, own);
    if (token === "other-key-id") return signByHand({ kid: await earlierKeyId(own) }, claims, own);
    const signed = await signByHand(header, claims, own);
    return token === "spoiled" ? spoil(signed) : signed;
  }

  async function earlierKeyId({ kid }: SigningKey): Promise<string> {
    const others = (await signer.published()).filter((key) => key.kid !== kid);
    return others.at(-1)?.kid ?? kid;
  }

  return {
    push(login, userId) {
      const receiver = integrators.byId(parseJid(login)?.integrator ?? 0)?.endpoints.push;
      if (receiver === undefined || waiting.size >= maximumWaiting) return;
      waiting.set(login, { base: baseOf(receiver, profile.path), userId });
      next();
    },
    clear: () => waiting.clear(),
  };
}

/** The base URL of the push receiver, whether a provider gave that or the address of the call itself. */
function baseOf(url: string, path: string): string {
  const bare = url.endsWith(path) ? url.slice(0, -path.length) : url;
  return bare.replace(/\/$/, "");
}

/** One for all endpoints of this process, because making it takes longer than a provider may take to answer. */
let unknownKey: Promise<SigningKey> | undefined;

/** A valid signature of an unknown key, with that key in the header of the token. */
async function signWithUnknownKey(claims: JsonObject): Promise<string> {
  unknownKey ??= generateSigningKey("RS256");
  const key = await unknownKey;
  return signToken({ claims, key, header: { jwk: { ...key.publicJwk } } });
}

/** Signs any header. `signToken` refuses some of them. */
async function signByHand(header: JsonObject, claims: JsonObject, key: SigningKey): Promise<string> {
  const { alg = "RS256", ...others } = header;
  const parts = [{ alg, kid: key.kid, typ: "JWT", ...others }, claims] as const;
  const signed = assembleToken(...parts, new Uint8Array(0)).slice(0, -1);
  const jwk = JSON.parse(await exportSigningKey(key)) as JsonWebKey;
  const hash = alg === "RS512" ? "sha512" : "sha256";
  return assembleToken(...parts, sign(hash, utf8(signed), createPrivateKey({ key: jwk, format: "jwk" })));
}

/** Accepted by verifiers that let the token choose HMAC with the published key as its secret, which everyone knows. */
function signWithPublicKey(claims: JsonObject, { kid, publicJwk }: SigningKey): string {
  const pem = createPublicKey({ key: { ...publicJwk }, format: "jwk" }).export({ type: "spki", format: "pem" });
  const header = { alg: "HS256", kid, typ: "JWT" };
  const signed = assembleToken(header, claims, new Uint8Array()).slice(0, -1);
  return assembleToken(header, claims, createHmac("sha256", pem).update(signed).digest());
}

/** Reverses the bytes of the signature: well-formed and invalid. */
function spoil(token: string): string {
  const [header = "", claims = "", signature = ""] = token.split(".");
  const bytes = Buffer.from(signature, "base64url").reverse();
  return `${header}.${claims}.${toBase64Url(bytes)}`;
}
