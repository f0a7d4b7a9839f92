import { sameBytes } from "../../core/bytes.js";
import { verify } from "../xeddsa/xeddsa.js";
import {
  type CertificateDetails,
  decodeChain,
  decodeDetails,
  rootSerial,
  type SignedCertificate,
} from "./certificate.js";
import { NoiseError, type NoiseErrorCode } from "./errors.js";

/** Every rule for a well-formed chain, in the order of the checks. */
export const chainRules = [
  "intermediate-signature",
  "leaf-signature",
  "intermediate-issuer",
  "leaf-issuer",
  "intermediate-validity",
  "leaf-validity",
  "leaf-key",
] as const;

export type ChainRule = (typeof chainRules)[number];

export interface ChainContext {
  /** The pinned public key, 32 bytes. */
  readonly rootKey: Uint8Array;
  /** The static key that the server proved to own in the handshake. */
  readonly serverStatic: Uint8Array;
  readonly nowSeconds: number;
}

interface ReadCertificate extends SignedCertificate {
  readonly fields: CertificateDetails;
}

interface ReadChain {
  readonly leaf: ReadCertificate;
  readonly intermediate: ReadCertificate;
}

/**
 * Checks the payload of ServerHello (wire 1.3) and returns the leaf's details.
 *
 * @param options.except Rules to leave out. Exists only to build clients with exactly that defect.
 * @throws NoiseError `certificate-missing`, `certificate-malformed` for the form; then by the first broken rule
 * `certificate-bad-signature`, `certificate-wrong-issuer`, `certificate-expired`, `certificate-leaf-mismatch`.
 */
export function verifyChain(
  bytes: Uint8Array,
  context: ChainContext,
  options: { readonly except?: readonly ChainRule[] } = {},
): CertificateDetails {
  const chain = read(bytes);
  for (const rule of chainRules) {
    if (options.except?.includes(rule)) continue;
    const broken = rules[rule](chain, context);
    if (broken !== undefined) throw new NoiseError(broken.code, `Verify certificate chain, ${rule}: ${broken.found}`);
  }
  return chain.leaf.fields;
}

interface Broken {
  readonly code: NoiseErrorCode;
  readonly found: string;
}

const rules: Record<ChainRule, (chain: ReadChain, context: ChainContext) => Broken | undefined> = {
  "intermediate-signature": ({ intermediate }, { rootKey }) => signature(intermediate, rootKey, "root"),
  "leaf-signature": ({ leaf, intermediate }) => signature(leaf, intermediate.fields.key, "intermediate"),
  "intermediate-issuer": ({ intermediate }) => issuer(intermediate, rootSerial),
  "leaf-issuer": ({ leaf, intermediate }) => issuer(leaf, intermediate.fields.serial),
  "intermediate-validity": ({ intermediate }, { nowSeconds }) => validity(intermediate, nowSeconds),
  "leaf-validity": ({ leaf }, { nowSeconds }) => validity(leaf, nowSeconds),
  "leaf-key": ({ leaf }, { serverStatic }) =>
    sameBytes(leaf.fields.key, serverStatic)
      ? undefined
      : { code: "certificate-leaf-mismatch", found: "another key found, wanted the server's static key" },
};

function signature(certificate: ReadCertificate, issuerKey: Uint8Array, by: string): Broken | undefined {
  if (verify(issuerKey, certificate.details, certificate.signature)) return undefined;
  return { code: "certificate-bad-signature", found: `foreign signature found, wanted one by the ${by} key` };
}

function issuer({ fields }: ReadCertificate, wanted: number): Broken | undefined {
  if (fields.issuerSerial === wanted) return undefined;
  return { code: "certificate-wrong-issuer", found: `issuer serial ${fields.issuerSerial} found, wanted ${wanted}` };
}

function validity({ fields }: ReadCertificate, now: number): Broken | undefined {
  if (fields.notBefore <= now && now <= fields.notAfter) return undefined;
  const found = `valid from ${fields.notBefore} to ${fields.notAfter} found, wanted ${now} within`;
  return { code: "certificate-expired", found };
}

function read(bytes: Uint8Array): ReadChain {
  const { leaf, intermediate } = decodeChain(bytes);
  return {
    leaf: { ...leaf, fields: decodeDetails(leaf.details) },
    intermediate: { ...intermediate, fields: decodeDetails(intermediate.details) },
  };
}
