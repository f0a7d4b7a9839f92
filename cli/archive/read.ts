import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { reasonOf } from "../../core/coded-error.js";
import { CliError } from "../errors.js";
import { storedRun, type StoredRun } from "../stored/stored-run.js";
import type { Doubt } from "../stored/stored-run.js";
import { manifestDoubts, manifestName, signatureName } from "./manifest.js";
import { verifyDetached } from "./signature.js";
import { malformed, readTar } from "./tar.js";

/** Bytes after decompression. A run of all checks writes about 10 MiB; a trace may have 256 Mi characters. */
const maximumBytes = 320 * 1024 * 1024;

export interface OpenedBundle {
  /** Undefined when the files are not those that were bundled. */
  readonly stored: StoredRun | undefined;
  readonly doubts: readonly Doubt[];
  readonly note: string;
}

/** @param signer Thumbprint that is demanded. @throws CliError `bundle-malformed`, `report-unreadable`; ReportError when the trace cannot be read. */
export async function readBundle(path: string, signer: string | undefined): Promise<OpenedBundle> {
  const files = await readTar(await unpacked(path));
  const manifest = files.get(manifestName);
  const signature = files.get(signatureName);
  if (manifest === undefined || signature === undefined) throw malformed(`no ${manifestName} or no ${signatureName}`);
  const doubts = [...manifestDoubts(manifest.toString("utf8"), files)];
  const thumbprint = await verifyDetached(manifest, signature.toString("utf8"));
  if (thumbprint === undefined) {
    doubts.push({ kind: "signature-invalid", text: `${signatureName} is not a signature of ${manifestName}` });
  } else if (signer !== undefined && signer !== thumbprint) {
    doubts.push({ kind: "signature-invalid", text: `Signed with the key ${thumbprint}, wanted ${signer}` });
  }
  const note = thumbprint === undefined ? "" : `Signed with the key ${thumbprint}`;
  if (doubts.length > 0) return { stored: undefined, doubts, note };
  const texts = new Map([...files].map(([name, bytes]) => [name, bytes.toString("utf8")]));
  texts.delete(manifestName);
  texts.delete(signatureName);
  return { stored: storedRun(texts, path), doubts, note };
}

async function unpacked(path: string): Promise<Buffer> {
  let packed: Buffer;
  try {
    packed = await readFile(path);
  } catch (thrown) {
    throw new CliError("file-unreadable", `Reading the bundle "${path}": ${reasonOf(thrown)}; wanted a readable file`);
  }
  try {
    return gunzipSync(packed, { maxOutputLength: maximumBytes });
  } catch (thrown) {
    throw malformed(`no gzip file (${reasonOf(thrown)})`);
  }
}
