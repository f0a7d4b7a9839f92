/** Tokens of the Noise specification, section 7.1. For "es" and "se" the initiator's key comes first. */
export type PatternToken = "e" | "s" | "ee" | "es" | "se" | "ss";

/** A handshake pattern as data. Messages alternate, the initiator's first. */
export interface HandshakePattern {
  readonly name: string;
  /** True when the initiator knows the responder's static key beforehand (patterns with `<- s` before the dots). */
  readonly knowsResponder: boolean;
  readonly messages: readonly (readonly PatternToken[])[];
}

/** The full handshake that every interop connection makes (interop facts 26 and 29). */
export const patternXX: HandshakePattern = {
  name: "XX",
  knowsResponder: false,
  messages: [["e"], ["e", "ee", "s", "es"], ["s", "se"]],
};

export function protocolName(pattern: HandshakePattern): string {
  return `Noise_${pattern.name}_25519_AESGCM_SHA256`;
}
