import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { reasonOf } from "../../core/coded-error.js";
import { CliError } from "../errors.js";

/** The manifest as a file that is there while the endpoint can be used. */
export interface ReadyFile {
  /** It appears complete, and was never readable by others. @throws CliError `ready-file-not-writable` */
  write(manifest: string): Promise<void>;
  /** Leaves alone what another endpoint has written there since. */
  remove(): Promise<void>;
}

/**
 * Takes away what a process that was killed has left there: whoever waits for the file must not find that one.
 *
 * @throws CliError `ready-file-not-writable`
 */
export async function readyFileAt(file: string): Promise<ReadyFile> {
  const refuse = (cause: unknown): never => {
    const message = `Writing the ready file "${file}": ${reasonOf(cause)}; wanted a file in a folder that exists`;
    throw new CliError("ready-file-not-writable", message, { cause });
  };
  await rm(file, { force: true }).catch(refuse);
  let written: string | undefined;
  return {
    async write(manifest) {
      const unfinished = `${file}.${process.pid}.tmp`;
      try {
        await writeFile(unfinished, manifest, { mode: 0o600, flag: "wx" });
        await rename(unfinished, file);
        written = manifest;
      } catch (thrown) {
        await rm(unfinished, { force: true });
        refuse(thrown);
      }
    },
    async remove() {
      const there = await readFile(file, "utf8").catch(() => undefined);
      if (there !== undefined && there === written) await rm(file, { force: true });
    },
  };
}
