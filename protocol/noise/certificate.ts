import type { Random } from "../../core/random.js";
import { decodeMessage, encodeMessage } from "../../proto/codec.js";
import { ProtoError } from "../../proto/errors.js";
import { certificate as schema } from "../../proto/gen/certificate.js";
import { sign } from "../xeddsa/xeddsa.js";
import { NoiseError } from "./errors.js";
import { keyLength, type KeyPair } from "./keys.js";

const signatureLength = 64;
/** Two certificates take about 250 bytes. */
const maxChainLength = 8192;

/** The root has no certificate: its public key is pinned and its serial is known (wire 1.3). */
export const rootSerial = 0;
const intermediateSerial = 1;
const leafSerial = 2;

/** The signed part of a certificate (wire 1.3). Times in unix seconds, both ends inclusive. Absent numbers are 0. */
export interface CertificateDetails {
  readonly serial: number;
  readonly issuerSerial: number;
  /** X25519 public key, 32 bytes. */
  readonly key: Uint8Array;
  readonly notBefore: number;
  readonly notAfter: number;
}

/** As on the wire. `details` stays encoded, because the signature covers these very bytes. */
export interface SignedCertificate {
  readonly details: Uint8Array;
  readonly signature: Uint8Array;
}

export interface CertificateChain {
  readonly leaf: SignedCertificate;
  readonly intermediate: SignedCertificate;
}

/** Signs anything; `verifyChain` does the checks. */
export function signCertificate(details: CertificateDetails, issuer: KeyPair, random: Random): SignedCertificate {
  const encoded = encodeMessage(schema.NoiseCertificate.Details, details);
  return { details: encoded, signature: sign(issuer.privateKey, encoded, random.bytes(signatureLength)) };
}

/** A fault may leave out a certificate or a part of one. */
export function encodeChain(chain: { [Key in keyof CertificateChain]?: Partial<SignedCertificate> }): Uint8Array {
  return encodeMessage(schema.CertChain, chain);
}

export interface IssueOptions {
  readonly root: KeyPair;
  readonly intermediate: KeyPair;
  /** The server's static public key. */
  readonly leafKey: Uint8Array;
  /** Unix seconds, both inclusive, for both certificates. */
  readonly validity: { readonly notBefore: number; readonly notAfter: number };
  readonly random: Random;
  /** Values for faults; they are signed as if they were right. */
  readonly override?: { readonly [Key in keyof CertificateChain]?: Partial<CertificateDetails> };
}

/** Root signs intermediate, intermediate signs leaf. `encodeChain` makes the payload of ServerHello of them. */
export function issueCertificates(options: IssueOptions): CertificateChain {
  const { root, intermediate, validity, random } = options;
  const intermediateDetails = {
    serial: intermediateSerial,
    issuerSerial: rootSerial,
    key: intermediate.publicKey,
    ...validity,
    ...options.override?.intermediate,
  };
  const leafDetails = {
    serial: leafSerial,
    issuerSerial: intermediateSerial,
    key: options.leafKey,
    ...validity,
    ...options.override?.leaf,
  };
  return {
    intermediate: signCertificate(intermediateDetails, root, random),
    leaf: signCertificate(leafDetails, intermediate, random),
  };
}

/** @throws NoiseError `certificate-malformed`, `certificate-missing` when one of the two or a part of one is absent. */
export function decodeChain(bytes: Uint8Array): CertificateChain {
  const { leaf, intermediate } = decoded(schema.CertChain, bytes, "chain");
  return { leaf: complete(leaf, "leaf"), intermediate: complete(intermediate, "intermediate") };
}

/** @throws NoiseError `certificate-malformed` */
export function decodeDetails(bytes: Uint8Array): CertificateDetails {
  const { serial, issuerSerial, key, notBefore, notAfter } = decoded(schema.NoiseCertificate.Details, bytes, "details");
  if (key?.length !== keyLength) {
    throw new NoiseError(
      "certificate-malformed",
      `Decode certificate details: key of ${key?.length ?? 0} bytes found, wanted ${keyLength}`,
    );
  }
  return {
    serial: serial ?? 0,
    issuerSerial: issuerSerial ?? 0,
    key,
    notBefore: notBefore ?? 0,
    notAfter: notAfter ?? 0,
  };
}

function complete(found: schema.NoiseCertificate.$Properties | null | undefined, which: string): SignedCertificate {
  if (found?.details == null || found.signature == null) {
    const part = found == null ? "certificate" : found.details == null ? "details" : "signature";
    throw new NoiseError("certificate-missing", `Decode certificate chain: no ${which} ${part} found`);
  }
  if (found.signature.length !== signatureLength) {
    throw new NoiseError(
      "certificate-malformed",
      `Decode certificate chain: ${which} signature of ${found.signature.length} bytes found, wanted ${signatureLength}`,
    );
  }
  return { details: found.details, signature: found.signature };
}

function decoded<Message>(
  codec: Parameters<typeof decodeMessage<Message>>[0],
  bytes: Uint8Array,
  what: string,
): Message {
  try {
    return decodeMessage(codec, bytes, maxChainLength);
  } catch (cause) {
    if (!(cause instanceof ProtoError)) throw cause;
    throw new NoiseError("certificate-malformed", `Decode certificate ${what}: ${cause.message}`, { cause });
  }
}
