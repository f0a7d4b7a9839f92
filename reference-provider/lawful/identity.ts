import type { JsonObject } from "../../protocol/token/inspect.js";
import { currentKey, lawfulIdentity, makeTokenKey } from "../behaviour/identity.js";
import { lawful, type Overrides } from "../behaviour/variant.js";

/** Issues tokens with these claims; an undefined one is left out. */
function issuesWith(change: (standard: JsonObject) => JsonObject): Overrides {
  return { identity: { claims: (standard) => ({ ...standard, ...change(standard) }) } };
}

function clockOff(seconds: number): Overrides {
  return issuesWith(({ iat, exp }) => ({ iat: Number(iat) + seconds, exp: Number(exp) + seconds }));
}

/** RFC 7517, appendix A.1. */
const point = {
  kty: "EC",
  crv: "P-256",
  x: "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
  y: "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM",
};

/** Made once, because that takes longer than a scenario. */
let encryption: Promise<JsonObject> | undefined;

export default lawful({
  "key-set-as-jwk-set-json": {
    sentence: "Serves its key set under the content type of key sets, with a charset",
    overrides: {
      identity: {
        keySetHeaders: {
          ...lawfulIdentity.keySetHeaders,
          "content-type": "application/jwk-set+json; charset=utf-8",
        },
      },
    },
  },
  "key-set-with-other-keys": {
    sentence: "Publishes an encryption key and keys of other types before its signing keys",
    overrides: {
      identity: {
        async keySet(keys) {
          encryption ??= makeTokenKey().then(({ publicJwk }) => publicJwk);
          const others = [
            { ...(await encryption), kid: "for-encryption", alg: "RSA-OAEP-256", use: "enc" },
            { kty: "OKP", crv: "Ed25519", x: point.x, kid: "okp", use: "sig" },
            { kty: "example", kid: "unheard-of" },
          ];
          return { keys: [...others, ...keys.map(({ publicJwk }) => publicJwk)] };
        },
      },
    },
  },
  "key-set-shares-id": {
    sentence: "Publishes keys of another type, algorithm and use under the id of its signing key",
    overrides: {
      identity: {
        async keySet(keys) {
          const { kid, publicJwk } = currentKey(keys);
          const others = [
            { ...point, kid, alg: "ES256", use: "sig" },
            { ...publicJwk, alg: "RS512" },
            { ...publicJwk, alg: "RSA-OAEP-256", use: "enc" },
          ];
          return { keys: [...others, ...keys.map((key) => key.publicJwk)] };
        },
      },
    },
  },
  "token-audience-list": {
    sentence: "Lists Meta in the audience of its tokens beside others",
    overrides: issuesWith(({ aud }) => ({ aud: ["https://other.invalid", aud] })),
  },
  "token-clock-ahead": {
    sentence: "Issues tokens by a clock that is 45 seconds ahead",
    overrides: clockOff(45),
  },
  "token-clock-behind": {
    sentence: "Issues tokens by a clock that is 45 seconds behind",
    overrides: clockOff(-45),
  },
  "token-type-at-jwt": {
    sentence: "Names its tokens access tokens: typ at+jwt",
    overrides: { identity: { sign: (claims, keys) => currentKey(keys).sign(claims, { typ: "at+jwt" }) } },
  },
  "token-with-extra-claims": {
    sentence: "Adds claims that nobody asks for to its tokens",
    overrides: issuesWith(({ iat }) => ({ nbf: iat, auth_time: iat, scope: "interop", amr: ["pwd"], tenant: null })),
  },
  "token-without-issue-time": {
    sentence: "Does not say when its tokens were issued",
    overrides: issuesWith(() => ({ iat: undefined })),
  },
});
