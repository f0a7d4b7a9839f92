import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A CA certificate as a file, for clients that want a path. */
export interface CaFile {
  readonly path: string;
  remove(): Promise<void>;
}

/** In a new folder that only this user can enter. */
export async function writeCaFile(ca: string): Promise<CaFile> {
  const folder = await mkdtemp(join(tmpdir(), "interop-ca-"));
  const path = join(folder, "ca.pem");
  await writeFile(path, ca, { mode: 0o600 });
  return { path, remove: () => rm(folder, { recursive: true, force: true }) };
}
