import { rename, writeFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { reasonOf } from "../../core/coded-error.js";
import { CliError } from "../errors.js";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import type { Io } from "../io.js";
import { refuseSecrets, secretsIn } from "../../reports/index.js";
import { inputOf, readStoredRun } from "../stored/stored-run.js";
import { terminalOf } from "../terminal.js";
import { doubtsAbout, type VerifyOptions } from "../verify/judge.js";
import { renderDoubts } from "../verify/verify.js";
import { manifestName, manifestOf, signatureName } from "../archive/manifest.js";
import { ephemeralKey, keyFromFile, privatePartOf, signDetached, thumbprintOf } from "../archive/signature.js";
import { writeTar } from "../archive/tar.js";

export interface BundleOptions extends VerifyOptions {
  readonly out?: string;
  readonly key?: string;
}

/** `interop bundle`: verifies a report and packs it into one signed archive. A report that does not verify is not packed. */
export async function bundle(folder: string, options: BundleOptions, io: Io): Promise<ExitCode> {
  const terminal = terminalOf(io.stdout, io.env);
  const stored = await readStoredRun(folder);
  const doubts = doubtsAbout(stored, options);
  if (doubts.length > 0) {
    terminal.write(renderDoubts(doubts, terminal));
    return exitCodes.failed;
  }
  const { run } = stored.result;
  const files = new Map([...stored.files].map(([name, text]) => [name, Buffer.from(text)]));
  const manifest = Buffer.from(`${JSON.stringify(manifestOf(run, files), undefined, 2)}\n`);
  const key = options.key === undefined ? ephemeralKey() : await keyFromFile(options.key);
  refuseSecrets(new Map([...stored.files, [manifestName, manifest.toString()]]), [
    { name: "the signing key", value: await privatePartOf(key) },
    ...secretsIn(inputOf(stored)),
  ]);
  const signature = Buffer.from(`${await signDetached(manifest, key)}\n`);
  const all = new Map([[manifestName, manifest], [signatureName, signature], ...files]);
  const target = options.out ?? `interop-${run.id}.tgz`;
  await writeWhole(target, gzipSync(await writeTar(all, Date.parse(run.startedAt))));
  const whose =
    options.key === undefined ? " (made for this bundle: it shows that nothing changed, not who sends it)" : "";
  terminal.write(`${target}: ${files.size} files, signed with the key ${await thumbprintOf(key)}${whose}\n`);
  return exitCodes.passed;
}

async function writeWhole(file: string, content: Uint8Array): Promise<void> {
  const unfinished = `${file}.${process.pid}.tmp`;
  try {
    await writeFile(unfinished, content);
    await rename(unfinished, file);
  } catch (thrown) {
    throw new CliError(
      "file-not-writable",
      `Writing the bundle "${file}": ${reasonOf(thrown)}; wanted a file in a folder that exists`,
    );
  }
}
