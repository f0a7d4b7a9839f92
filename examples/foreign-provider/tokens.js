import {
  calculateJwkThumbprint,
  createRemoteJWKSet,
  customFetch,
  exportJWK,
  generateKeyPair,
  jwtVerify,
  SignJWT,
} from "jose";
import { call } from "./http.js";

const algorithm = "RS256";
const metaIssuer = "WHATSAPP"; // docs/facts.md, 23
const skewSeconds = 60;

/** The provider's signing keys: the newest signs, all are published. */
export class Tokens {
  #keys = this.#make().then((key) => [key]);

  async issue(user, { integrator, profile, token }) {
    const { audience, claims, maximumLifetimeSeconds } = token;
    const { kid, privateKey } = (await this.#keys).at(-1);
    const issuedAt = Math.floor(Date.now() / 1000);
    const said = {
      [claims.issuer]: integrator.slug,
      [claims.identifier]: user,
      [claims.version]: profile.protocolVersion,
    };
    return new SignJWT(said)
      .setProtectedHeader({ alg: algorithm, kid, typ: "JWT" })
      .setAudience(audience)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + maximumLifetimeSeconds)
      .setJti(crypto.randomUUID())
      .sign(privateKey);
  }

  async rotate() {
    const [keys, next] = await Promise.all([this.#keys, this.#make()]);
    this.#keys = Promise.resolve([...keys, next]);
  }

  async published() {
    return { keys: (await this.#keys).map(({ jwk }) => jwk) };
  }

  async #make() {
    const { publicKey, privateKey } = await generateKeyPair(algorithm, { modulusLength: 2048 });
    const jwk = await exportJWK(publicKey);
    const kid = await calculateJwkThumbprint(jwk);
    return { kid, privateKey, jwk: { ...jwk, kid, alg: algorithm, use: "sig" } };
  }
}

/** A function that resolves when a token is Meta's own for this audience, and rejects otherwise. */
export function metaTokens({ jwksUrl, tlsCa }) {
  const keys = createRemoteJWKSet(new URL(jwksUrl), {
    // Meta may change its keys at any time, and a token with an unknown key is the only notice of it.
    cooldownDuration: 0,
    [customFetch]: async (url) => {
      const { status, body } = await call({ url, ca: tlsCa });
      return new Response(body, { status });
    },
  });
  return (token, ownAddress) =>
    jwtVerify(token, keys, {
      algorithms: [algorithm],
      issuer: metaIssuer,
      audience: ownAddress,
      clockTolerance: skewSeconds,
      requiredClaims: ["exp"],
    });
}
