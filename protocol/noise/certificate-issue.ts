import type { Random } from "../../core/random.js";
import { type CertificateChain, type CertificateDetails, signCertificate } from "./certificate.js";
import type { KeyPair } from "./keys.js";

/** The root has no certificate: its public key is pinned and its serial is known (wire 1.3). */
export const rootSerial = 0;
const intermediateSerial = 1;
const leafSerial = 2;

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
