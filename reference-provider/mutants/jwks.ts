import { generateKeyPair, sign } from "node:crypto";
import { promisify } from "node:util";
import { utf8 } from "../../core/bytes.js";
import type { JsonObject } from "../../protocol/token/inspect.js";
import { assembleToken } from "../../protocol/token/sign.js";
import { currentKey, lawfulIdentity, makeTokenKey, type TokenKey } from "../behaviour/identity.js";
import { mutants, type Overrides } from "../behaviour/variant.js";

/** Publishes each key with these members in place of its own; an undefined one is left out. */
function publishesWith(members: JsonObject): Overrides {
  return {
    identity: { keySet: async (keys) => ({ keys: keys.map(({ publicJwk }) => ({ ...publicJwk, ...members })) }) },
  };
}

function publishesWithModulus(write: (modulus: Buffer) => string): Overrides {
  const rewritten = ({ publicJwk }: TokenKey): JsonObject => ({
    ...publicJwk,
    n: write(Buffer.from(String(publicJwk["n"]), "base64url")),
  });
  return { identity: { keySet: async (keys) => ({ keys: keys.map(rewritten) }) } };
}

/** Signs by itself, because the usual signer refuses keys of this size. */
async function weakKey(): Promise<TokenKey> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)("rsa", { modulusLength: 1024 });
  const kid = "weak";
  const labels = { kid, alg: "RS256", use: "sig" };
  return {
    kid,
    publicJwk: { ...publicKey.export({ format: "jwk" }), ...labels },
    privateJwk: async () => ({ ...privateKey.export({ format: "jwk" }), ...labels }),
    async sign(claims, header) {
      const parts = [{ alg: "RS256", kid, typ: "JWT", ...header }, claims] as const;
      const signed = assembleToken(...parts, new Uint8Array(0)).slice(0, -1);
      return assembleToken(...parts, sign("sha256", utf8(signed), privateKey));
    },
  };
}

export default mutants({
  "jwks-as-text": {
    sentence: "Publishes its key set as plain text",
    overrides: { identity: { keySetHeaders: { ...lawfulIdentity.keySetHeaders, "content-type": "text/plain" } } },
  },
  "jwks-duplicate-kid": {
    sentence: "Publishes two different keys under one key id",
    overrides: {
      identity: {
        async keySet(keys) {
          const published = keys.map(({ publicJwk }) => publicJwk);
          const { publicJwk } = await makeTokenKey();
          return { keys: [...published, { ...publicJwk, kid: published[0]?.["kid"] ?? "" }] };
        },
      },
    },
  },
  "jwks-exponent-as-number": {
    sentence: "Publishes the exponent of its keys as a JSON number",
    overrides: publishesWith({ e: 65_537 }),
  },
  "jwks-leading-zero": {
    sentence: "Publishes the modulus of its keys with a zero octet in front",
    overrides: publishesWithModulus((modulus) => Buffer.concat([Buffer.alloc(1), modulus]).toString("base64url")),
  },
  "jwks-padded-modulus": {
    sentence: "Publishes the modulus of its keys in padded base64",
    overrides: publishesWithModulus((modulus) => modulus.toString("base64")),
  },
  "jwks-leaks-private-key": {
    sentence: "Publishes the private members of its keys",
    overrides: {
      identity: { keySet: async (keys) => ({ keys: await Promise.all(keys.map((key) => key.privateJwk())) }) },
    },
  },
  "jwks-not-a-set": {
    sentence: "Serves a bare key in place of a set of keys",
    overrides: { identity: { keySet: async (keys) => currentKey(keys).publicJwk } },
  },
  "jwks-weak-key": {
    sentence: "Signs with an RSA key of 1024 bits",
    overrides: { identity: { makeKey: weakKey } },
  },
  "jwks-without-cache-header": {
    sentence: "Does not say how long its key set may be cached",
    overrides: { identity: { keySetHeaders: { "content-type": "application/json" } } },
  },
  "jwks-without-kid": {
    sentence: "Publishes keys without a key id",
    overrides: publishesWith({ kid: undefined }),
  },
  "jwks-wrong-algorithm": {
    sentence: "Publishes its signing keys as keys for another algorithm",
    overrides: publishesWith({ alg: "RS512" }),
  },
  "jwks-wrong-use": {
    sentence: "Publishes its signing keys as encryption keys",
    overrides: publishesWith({ use: "enc" }),
  },
  "rotates-without-publishing": {
    sentence: "Signs with a new key after a rotation, but publishes only the first one",
    overrides: { identity: { keySet: async ([first]) => ({ keys: [first.publicJwk] }) } },
  },
  "withdraws-old-key": {
    sentence: "Stops publishing a key as soon as another one signs",
    overrides: { identity: { keySet: async (keys) => ({ keys: [currentKey(keys).publicJwk] }) } },
  },
});
