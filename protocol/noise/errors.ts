import { CodedError } from "../../core/coded-error.js";

/** Every way in which the Noise layer refuses something; docs/errors/noise.md has a paragraph for each. */
export const noiseErrorCodes = [
  "bad-key",
  "weak-key",
  "out-of-turn",
  "decrypt-failed",
  "counter-exhausted",
  "malformed-handshake",
  "malformed-payload",
  "bad-header",
  "frame-too-large",
  "certificate-missing",
  "certificate-malformed",
  "certificate-bad-signature",
  "certificate-wrong-issuer",
  "certificate-expired",
  "certificate-leaf-mismatch",
] as const;

export type NoiseErrorCode = (typeof noiseErrorCodes)[number];

export class NoiseError extends CodedError<NoiseErrorCode> {}
