import type { JsonObject } from "../../protocol/token/inspect.js";
import { assembleToken } from "../../protocol/token/sign.js";
import { currentKey, makeTokenKey, type TokenKey } from "../behaviour/identity.js";
import { mutants, type Overrides } from "../behaviour/variant.js";

const week = 7 * 86_400;

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
    overrides() {
      let otherKey: Promise<TokenKey> | undefined;
      return {
        identity: {
          async sign(standard, keys) {
            otherKey ??= makeTokenKey();
            return (await otherKey).sign(standard, { kid: currentKey(keys).kid });
          },
        },
      };
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
