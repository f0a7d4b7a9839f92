import { Failure } from "./failure.js";
import { call } from "./http.js";
import { encode, uint, untyped } from "./wire.js";

const product = 2; // INTEROP (docs/wire.md, 1.4)
const android = 0;

/** Makes a user known to Meta with one HTTP POST (docs/facts.md, 5 to 9); resolves with the login. */
export async function enlist(account, token, { enlistUrl: url, tlsCa: ca }) {
  const { keyId, keyPair, signature } = account.signedPreKey;
  const values = {
    authkey: untyped(account.noiseKey.pubKey),
    e_keytype: Uint8Array.of(5),
    e_regid: uint(account.registrationId, 4),
    e_ident: untyped(account.identityKey),
    e_skey_id: uint(keyId, 3),
    e_skey_val: untyped(keyPair.pubKey),
    e_skey_sig: signature,
  };
  const body = new URLSearchParams({ token });
  for (const [name, bytes] of Object.entries(values)) body.set(name, Buffer.from(bytes).toString("base64url"));
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const { status, login, reason } = answerIn(await call({ url, method: "POST", headers, body: body.toString(), ca }));
  if (status === "fail") throw new Failure("enlistment-rejected", `Enlist: found reason ${reason}`);
  if (status !== "ok" || !/^\d{1,3}-\d+@interop$/.test(login)) {
    throw new Failure("enlistment-failed", `Enlist: found status ${status} and login ${login}`);
  }
  return login;
}

function answerIn({ status, body }) {
  try {
    return JSON.parse(body.toString("utf8")) ?? {};
  } catch {
    throw new Failure("enlistment-failed", `Enlist: found HTTP status ${status} without JSON`);
  }
}

/** What the client says about itself in the last message of the handshake (docs/facts.md, 31). */
export function clientPayload(login, token) {
  const [, accountId] = /-(\d+)@/.exec(login);
  return encode("ClientPayload", {
    passive: false,
    product,
    interopData: { accountId, token: Buffer.from(token), enableReadReceipts: true },
    userAgent: { platform: android, appVersion: { primary: 1, secondary: 0 }, device: "foreign-provider" },
  });
}
