/**
 * Algorithms that a profile may allow. RS256 is the one of Meta's published samples (interop facts 20 and 23). There is
 * no symmetric one and no "none": a verifier that knows only public keys must never meet them.
 */
export const tokenAlgorithms = ["RS256", "RS384", "RS512", "PS256", "ES256"] as const;

export type TokenAlgorithm = (typeof tokenAlgorithms)[number];

export function isTokenAlgorithm(name: unknown): name is TokenAlgorithm {
  return tokenAlgorithms.some((algorithm) => algorithm === name);
}

/** The JWK key type that an algorithm works with. */
export function keyTypeOf(algorithm: TokenAlgorithm): "RSA" | "EC" {
  return algorithm === "ES256" ? "EC" : "RSA";
}

/** RFC 7518 section 3.3. */
export const minModulusBits = 2048;
