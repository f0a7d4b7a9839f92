import { utf8 } from "../../core/bytes.js";
import { assembleToken } from "../../protocol/token/sign.js";
import { mutant } from "../behaviour/variation.js";
import type { TokenKey } from "../server/token-key.js";
import { generateKeyPair, sign } from "node:crypto";
import { promisify } from "node:util";

async function weakKey(): Promise<TokenKey> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)("rsa", { modulusLength: 1024 });
  const kid = "weak";
  const labels = { kid, alg: "RS256", use: "sig" };
  return {
    kid,
    publicJwk: { ...publicKey.export({ format: "jwk" }), ...labels },
    privateJwk: async () => ({ ...privateKey.export({ format: "jwk" }), ...labels }),
    // The honest signer refuses keys of this size.
    async sign(claims, header) {
      const parts = [{ alg: "RS256", kid, typ: "JWT", ...header }, claims] as const;
      const signed = assembleToken(...parts, new Uint8Array(0)).slice(0, -1);
      return assembleToken(...parts, sign("sha256", utf8(signed), privateKey));
    },
  };
}

export default mutant("jwks-weak-key", "Signs with an RSA key of 1024 bits", {
  identity: { makeKey: weakKey },
});
