import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Clock } from "../../core/clock.js";
import type { Random } from "../../core/random.js";
import { ephemeralCredentials } from "../../runtime/tls/ephemeral-ca.js";
import { isWildcard } from "../http/listen.js";

export interface SecureServerDeps {
  readonly clock: Clock;
  readonly random: Random;
  /** Host names and addresses of the endpoint; those of the loopback interface are added. */
  readonly names: readonly string[];
  /** Gets a line of the TLS key log for every secret. */
  readonly keyLog?: (line: Uint8Array) => void;
}

/** An HTTPS server that is not listening yet, and what its clients must trust. */
export interface SecureServer {
  readonly server: Server;
  /** PEM. */
  readonly ca: string;
  readonly caFile: CaFile;
}

const loopback = ["localhost", "127.0.0.1", "::1"];

export async function createSecureServer({ clock, random, names, keyLog }: SecureServerDeps): Promise<SecureServer> {
  const certified = [...loopback, ...names.filter((name) => !isWildcard(name))];
  const { ca, cert, key } = ephemeralCredentials({ clock, random, names: certified });
  const server = createServer({ key, cert, minVersion: "TLSv1.2" });
  if (keyLog !== undefined) server.on("keylog", keyLog);
  return { server, ca, caFile: await writeCaFile(ca) };
}

/** A CA certificate as a file, for clients that want a path. */
interface CaFile {
  readonly path: string;
  remove(): Promise<void>;
}

/** Writes it to a new folder that only this user can enter. */
async function writeCaFile(ca: string): Promise<CaFile> {
  const folder = await mkdtemp(join(tmpdir(), "interop-ca-"));
  const path = join(folder, "ca.pem");
  await writeFile(path, ca, { mode: 0o600 });
  return { path, remove: () => rm(folder, { recursive: true, force: true }) };
}
