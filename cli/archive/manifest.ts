import { createHash } from "node:crypto";
import { isRecord } from "../../core/is-record.js";
import type { RunInfo } from "../../harness/model/result.js";
import type { Doubt } from "../stored/stored-run.js";

export const manifestName = "manifest.json";
export const signatureName = "manifest.jws";
const manifestSchema = "interop-conformance/bundle@1";

/** What a bundle holds. The signature covers these bytes and, through the digests, all files. */
export interface Manifest {
  readonly schema: typeof manifestSchema;
  readonly run: Pick<RunInfo, "id" | "startedAt" | "harness" | "profile" | "provider">;
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
}

export function manifestOf(run: RunInfo, files: ReadonlyMap<string, Uint8Array>): Manifest {
  const { id, startedAt, harness, profile, provider } = run;
  return {
    schema: manifestSchema,
    run: { id, startedAt, harness, profile, provider },
    files: [...files].map(([name, bytes]) => ({ name, bytes: bytes.length, sha256: sha256(bytes) })),
  };
}

/** How the files differ from what the manifest says. */
export function manifestDoubts(text: string, files: ReadonlyMap<string, Uint8Array>): readonly Doubt[] {
  const doubt = (found: string): Doubt => ({ kind: "bundle-changed", text: found });
  const listed = listedFiles(text);
  if (listed === undefined) return [doubt(`${manifestName} is no manifest of this version`)];
  const own = new Set([manifestName, signatureName, ...listed.map(({ name }) => name)]);
  return [
    ...[...files.keys()].filter((name) => !own.has(name)).map((name) => doubt(`${name} is not in the manifest`)),
    ...listed.flatMap(({ name, sha256: digest }) => {
      const bytes = files.get(name);
      if (bytes === undefined) return [doubt(`${name} is in the manifest and not in the bundle`)];
      return sha256(bytes) === digest ? [] : [doubt(`${name} is not the file that was bundled: its digest differs`)];
    }),
  ];
}

function listedFiles(text: string): Manifest["files"] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (!isRecord(value) || value["schema"] !== manifestSchema) return undefined;
    const { files } = value;
    const fits = (row: unknown): boolean =>
      isRecord(row) && typeof row["name"] === "string" && typeof row["sha256"] === "string";
    // Each row was checked just now.
    return Array.isArray(files) && files.every(fits) ? (files as Manifest["files"]) : undefined;
  } catch {
    return undefined;
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
