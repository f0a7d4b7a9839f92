import type { Random } from "../../core/random.js";
import { type CertificateChain, type CertificateDetails, encodeChain, signCertificate } from "./certificate.js";
import type { KeyPair } from "./keys.js";

/** The root has no certificate: its public key is pinned and its serial is known (wire 1.3). */
export const rootSerial = 0;

export interface IssueOptions {
  readonly root: KeyPair;
  readonly intermediate: KeyPair;
  /** The server's static public key. */
  readonly leafKey: Uint8Array;
  /** Unix seconds, both inclusive, for both certificates. */
  readonly validity: { readonly notBefore: number; readonly notAfter: number };
  /** 1 and 2 unless told. */
  readonly serials?: { readonly intermediate: number; readonly leaf: number };
  readonly random: Random;
  /** Values for faults; they are signed as if they were right. */
  readonly override?: { readonly [Key in keyof CertificateChain]?: Partial<CertificateDetails> };
}

/** Root signs intermediate, intermediate signs leaf: the payload of ServerHello. */
export function issueChain(options: IssueOptions): Uint8Array {
  return encodeChain(issueCertificates(options));
}

/** The same before encoding, for faults that change what is signed already. */
export function issueCertificates(options: IssueOptions): CertificateChain {
  const { root, intermediate, validity, random } = options;
  const serials = options.serials ?? { intermediate: 1, leaf: 2 };
  const intermediateDetails = {
    serial: serials.intermediate,
    issuerSerial: rootSerial,
    key: intermediate.publicKey,
    ...validity,
    ...options.override?.intermediate,
  };
  const leafDetails = {
    serial: serials.leaf,
    issuerSerial: serials.intermediate,
    key: options.leafKey,
    ...validity,
    ...options.override?.leaf,
  };
  return {
    intermediate: signCertificate(intermediateDetails, root, random),
    leaf: signCertificate(leafDetails, intermediate, random),
  };
}
