import { createHash, type KeyObject, sign } from "node:crypto";
import { isIP } from "node:net";
import { concat, uintToBytes, utf8 } from "../../core/bytes.js";
import * as der from "./der.js";

/** An X.509 certificate over P-256, signed with ECDSA and SHA-256 (RFC 5280, RFC 5758). */
export interface CertificateSpec {
  /** Common name of the owner. */
  readonly subject: string;
  readonly publicKey: KeyObject;
  /** Common name of the signer, and its key pair. */
  readonly issuer: { readonly name: string; readonly privateKey: KeyObject; readonly publicKey: KeyObject };
  /** Positive, big-endian, at most 20 bytes. */
  readonly serial: Uint8Array;
  /** Unix seconds, both inclusive. */
  readonly validity: { readonly notBefore: number; readonly notAfter: number };
  /** Whether it signs server certificates, or is one for these host names and IP addresses. */
  readonly use: "authority" | { readonly serverNames: readonly string[] };
}

const oids = {
  commonName: "2.5.4.3",
  ecdsaWithSha256: "1.2.840.10045.4.3.2",
  subjectKeyIdentifier: "2.5.29.14",
  keyUsage: "2.5.29.15",
  subjectAlternativeName: "2.5.29.17",
  basicConstraints: "2.5.29.19",
  authorityKeyIdentifier: "2.5.29.35",
  extendedKeyUsage: "2.5.29.37",
  serverAuthentication: "1.3.6.1.5.5.7.3.1",
} as const;

const signatureAlgorithm = der.sequence(der.objectIdentifier(oids.ecdsaWithSha256));
const version3 = der.tagged(0xa0, der.smallInteger(2));

/** The certificate as PEM. */
export function writeCertificate(spec: CertificateSpec): string {
  const { subject, issuer, serial, validity, publicKey } = spec;
  const body = der.sequence(
    version3,
    der.unsignedInteger(serial),
    signatureAlgorithm,
    nameOf(issuer.name),
    der.sequence(der.time(validity.notBefore), der.time(validity.notAfter)),
    nameOf(subject),
    keyInfo(publicKey),
    der.tagged(0xa3, der.sequence(...extensionsOf(spec))),
  );
  const signature = sign("sha256", body, { key: issuer.privateKey, dsaEncoding: "der" });
  return pem(der.sequence(body, signatureAlgorithm, der.bitString(signature)));
}

function extensionsOf({ use, publicKey, issuer }: CertificateSpec): Uint8Array[] {
  const common = [
    extension(oids.subjectKeyIdentifier, false, der.octetString(keyIdentifier(publicKey))),
    extension(oids.authorityKeyIdentifier, false, der.sequence(der.tagged(0x80, keyIdentifier(issuer.publicKey)))),
  ];
  if (use === "authority") {
    return [
      // It may sign end entities only.
      extension(oids.basicConstraints, true, der.sequence(der.boolean(true), der.smallInteger(0))),
      // keyCertSign
      extension(oids.keyUsage, true, der.bitString(Uint8Array.of(0x04), 2)),
      ...common,
    ];
  }
  return [
    extension(oids.basicConstraints, true, der.sequence()),
    // digitalSignature
    extension(oids.keyUsage, true, der.bitString(Uint8Array.of(0x80), 7)),
    extension(oids.extendedKeyUsage, false, der.sequence(der.objectIdentifier(oids.serverAuthentication))),
    extension(oids.subjectAlternativeName, false, der.sequence(...use.serverNames.map(alternativeName))),
    ...common,
  ];
}

function extension(oid: string, critical: boolean, value: Uint8Array): Uint8Array {
  const mark = critical ? [der.boolean(true)] : [];
  return der.sequence(der.objectIdentifier(oid), ...mark, der.octetString(value));
}

/** dNSName or iPAddress (RFC 5280 section 4.2.1.6). */
function alternativeName(name: string): Uint8Array {
  return isIP(name) === 0 ? der.tagged(0x82, utf8(name)) : der.tagged(0x87, addressBytes(name));
}

function nameOf(commonName: string): Uint8Array {
  const attribute = der.sequence(der.objectIdentifier(oids.commonName), der.utf8String(commonName));
  return der.sequence(der.setOf(attribute));
}

function keyInfo(key: KeyObject): Uint8Array {
  return Uint8Array.from(key.export({ type: "spki", format: "der" }));
}

/** The first method of RFC 5280 section 4.2.1.2: SHA-1 over the key alone. It identifies the key and protects nothing. */
function keyIdentifier(key: KeyObject): Uint8Array {
  const { x = "", y = "" } = key.export({ format: "jwk" });
  const point = concat(uintToBytes(4, 1), Buffer.from(x, "base64url"), Buffer.from(y, "base64url"));
  return Uint8Array.from(createHash("sha1").update(point).digest());
}

function pem(bytes: Uint8Array): string {
  const lines =
    Buffer.from(bytes)
      .toString("base64")
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`;
}

/** The 4 or 16 bytes of an address that `net.isIP` accepts. Ignores a zone after `%`. */
export function addressBytes(address: string): Uint8Array {
  const [bare = ""] = address.split("%", 1);
  return Uint8Array.from(bare.includes(":") ? version6(bare) : version4(bare));
}

function version4(address: string): number[] {
  return address.split(".").map(Number);
}

/** `::` fills up with zeros; the last four bytes may be written as in version 4. */
function version6(address: string): number[] {
  const [before = "", after = ""] = address.split("::", 2);
  const head = groups(before);
  const tail = groups(after);
  return [...head, ...Array.from({ length: 16 - head.length - tail.length }, () => 0), ...tail];
}

function groups(text: string): number[] {
  return text
    .split(":")
    .filter((group) => group !== "")
    .flatMap((group) => {
      if (group.includes(".")) return version4(group);
      const value = Number.parseInt(group, 16);
      return [value >> 8, value & 0xff];
    });
}
