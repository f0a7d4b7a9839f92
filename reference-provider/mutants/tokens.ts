import { createPrivateKey, type JsonWebKey, sign } from "node:crypto";
import { utf8 } from "../../core/bytes.js";
import type { JsonObject } from "../../protocol/token/inspect.js";
import { assembleToken } from "../../protocol/token/sign.js";
import { currentKey, makeTokenKey, type TokenKey } from "../behaviour/identity.js";
import { mutants, type Overrides } from "../behaviour/variant.js";

const week = 7 * 86_400;
/** Made once, because that takes longer than a scenario. */
let otherKey: Promise<TokenKey> | undefined;

/** The usual signer refuses headers with `crit`. */
async function signByHand(header: JsonObject, claims: JsonObject, key: TokenKey): Promise<string> {
  const parts = [{ alg: "RS256", kid: key.kid, typ: "JWT", ...header }, claims] as const;
  const signed = assembleToken(...parts, new Uint8Array(0)).slice(0, -1);
  const privateKey = createPrivateKey({ key: (await key.privateJwk()) as JsonWebKey, format: "jwk" });
  return assembleToken(...parts, sign("sha256", utf8(signed), privateKey));
}

/** Issues tokens with these claims; an undefined one is left out. */
function issuesWith(change: (issuedAt: number) => JsonObject): Overrides {
  return { identity: { claims: (standard) => ({ ...standard, ...change(Number(standard["iat"])) }) } };
}

export default mutants({
  "token-alg-none": {
    sentence: "Issues tokens without a signature",
    overrides: {
      identity: {
        sign: async (claims, keys) =>
          assembleToken({ alg: "none", kid: currentKey(keys).kid, typ: "JWT" }, claims, new Uint8Array(0)),
      },
    },
  },
  "token-critical-extension": {
    sentence: "Demands in its tokens that an extension of its own is understood",
    overrides: {
      identity: {
        sign: async (claims, keys) => signByHand({ crit: ["exp-x"], "exp-x": 1 }, claims, currentKey(keys)),
      },
    },
  },
  "token-for-somebody-else": {
    sentence: "Issues tokens for another audience than Meta",
    overrides: issuesWith(() => ({ aud: ["https://other.invalid"] })),
  },
  "token-begins-later": {
    sentence: "Issues tokens that are not valid for the next two minutes",
    overrides: issuesWith((issuedAt) => ({ nbf: issuedAt + 120 })),
  },
  "token-expires-in-milliseconds": {
    sentence: "Writes the end of its tokens in milliseconds and leaves out when they were issued",
    overrides: issuesWith((issuedAt) => ({ iat: undefined, exp: (issuedAt + 3600) * 1000 })),
  },
  "token-issued-in-milliseconds": {
    sentence: "Writes in milliseconds when its tokens were issued",
    overrides: issuesWith((issuedAt) => ({ iat: issuedAt * 1000 })),
  },
  "token-already-expired": {
    sentence: "Issues tokens that expired an hour ago",
    overrides: issuesWith((issuedAt) => ({ exp: issuedAt - 3600 })),
  },
  "token-lives-for-days": {
    sentence: "Issues tokens that are valid for a week",
    overrides: issuesWith((issuedAt) => ({ exp: issuedAt + week })),
  },
  "token-oversized": {
    sentence: "Issues tokens of more than 4 KB",
    overrides: issuesWith(() => ({ history: "x".repeat(5000) })),
  },
  "token-signed-by-other-key": {
    sentence: "Signs tokens with another key than the one that they name",
    overrides: {
      identity: {
        async sign(standard, keys) {
          otherKey ??= makeTokenKey();
          return (await otherKey).sign(standard, { kid: currentKey(keys).kid });
        },
      },
    },
  },
  "token-unknown-kid": {
    sentence: "Names a key id in its tokens that is not in the key set",
    overrides: { identity: { sign: (claims, keys) => currentKey(keys).sign(claims, { kid: "not-in-the-set" }) } },
  },
  "token-without-expiry": {
    sentence: "Issues tokens that never expire",
    overrides: issuesWith(() => ({ exp: undefined })),
  },
  "token-without-identifier": {
    sentence: "Issues tokens that name no user",
    overrides: issuesWith(() => ({ sub: undefined })),
  },
});
