import { generateKeyPairSync } from "node:crypto";
import type { Clock } from "../../core/clock.js";
import type { Random } from "../../core/random.js";
import { writeCertificate } from "./certificate.js";

/** What a TLS server needs, and what its clients must trust. */
export interface ServerCredentials {
  /** PEM. Public: clients trust this one certificate. */
  readonly ca: string;
  /** PEM: the server's certificate. */
  readonly cert: string;
  /** PEM: the server's private key. Stays in memory. */
  readonly key: string;
}

export interface CredentialDeps {
  /** Real time: clients compare it with their own. */
  readonly clock: Clock;
  readonly random: Random;
  /** Host names and IP addresses that clients will connect to. */
  readonly names: readonly string[];
}

const secondsPerDay = 86_400;
const validDays = 30;

/**
 * A certification authority for one certificate: its private key no longer exists when this returns. So trusting it is
 * safe even later, because it can sign nothing else.
 */
export function ephemeralCredentials({ clock, random, names }: CredentialDeps): ServerCredentials {
  const now = Math.floor(clock.now() / 1000);
  // A client's clock may be slow. A day also covers every mistake with time zones.
  const validity = { notBefore: now - secondsPerDay, notAfter: now + validDays * secondsPerDay };
  const authority = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const server = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const issuer = { name: `interop-conformance test CA ${Buffer.from(random.bytes(4)).toString("hex")}`, ...authority };
  const ca = writeCertificate({
    subject: issuer.name,
    publicKey: authority.publicKey,
    issuer,
    serial: serial(random),
    validity,
    use: "authority",
  });
  const cert = writeCertificate({
    subject: "interop-conformance simulated endpoint",
    publicKey: server.publicKey,
    issuer,
    serial: serial(random),
    validity,
    use: { serverNames: [...new Set(names)] },
  });
  return { ca, cert, key: server.privateKey.export({ type: "pkcs8", format: "pem" }).toString() };
}

/** Never zero. */
function serial(random: Random): Uint8Array {
  return Uint8Array.of(0x40, ...random.bytes(15));
}
