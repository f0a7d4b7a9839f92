import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Clock } from "../../core/clock.js";
import { shownCommand } from "../../core/shown.js";
import { httpDriver } from "../../harness/driver/http.js";
import type { LeftProcess } from "../../harness/driver/left-processes.js";
import { spawnDriver } from "../../harness/driver/spawn.js";
import type { Transport } from "../../harness/driver/transport.js";
import { redact } from "../../reports/redact/redact.js";
import { CliError } from "../errors.js";
import { byLines } from "../guarded-output.js";
import type { Environment, Io } from "../io.js";
import type { ProviderOptions } from "../provider-options.js";
import { oneLine, shorten, singleQuoted } from "../../reports/text/printable.js";

/**
 * Connects to the provider's driver. Without command and URL it starts the reference provider, which gets no special
 * treatment: it is a process that speaks over stdio.
 *
 * @param beside Starts a further process of the provider. It must not share the state folder of the first one.
 * @param note Takes a line about a process that the provider left behind (default: stderr, at once).
 */
export function providerTransport(
  { provider, url, folder }: Pick<ProviderOptions, "provider" | "url" | "folder">,
  clock: Clock,
  io: Pick<Io, "env" | "stderr" | "referenceScript">,
  { beside = false, note }: { readonly beside?: boolean; readonly note?: (line: string) => void } = {},
): Transport {
  if (url !== undefined) return httpDriver(url);
  const onLog =
    (io.env["INTEROP_DEBUG"] ?? "") === "" ? undefined : byLines((text) => void io.stderr.write(redact(text)));
  const command = provider ?? referenceCommand(io);
  const { env, clear } = stateFolder(io.env, beside);
  try {
    const driver = spawnDriver({
      command,
      clock,
      env,
      onLeft(left, atExit) {
        for (const each of left) {
          if (atExit || note === undefined) io.stderr.write(noteOn(each));
          else note(noteOn(each));
        }
      },
      ...(folder !== undefined && { cwd: folder }),
      ...(onLog !== undefined && { onLog }),
    });
    return {
      ...driver,
      async close() {
        await driver.close();
        clear();
      },
    };
  } catch (thrown) {
    clear();
    throw thrown;
  }
}

const longestCommand = 200;

function noteOn({ pid, command, fate }: LeftProcess): string {
  const shown = shorten(oneLine(redact(shownCommand(command))), longestCommand);
  const what =
    fate === "killed"
      ? "did not end with the driver, so the harness killed it"
      : "outlived the run and is still running; the harness does not kill it";
  return `interop: note: process ${pid} of the provider (${shown}) ${what}; end it when stdin of the driver is closed\n`;
}

/** The folder in which a provider that declares `restart` keeps its state while it is killed and started again. */
function stateFolder(given: Environment, beside: boolean): { readonly env: Environment; clear(): void } {
  if (!beside && (given[stateVariable] ?? "") !== "") return { env: given, clear: () => undefined };
  const folder = mkdtempSync(join(tmpdir(), "interop-state-"));
  return {
    env: { ...given, [stateVariable]: folder },
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const stateVariable = "INTEROP_STATE_DIR";

/** @throws CliError `file-unreadable` when the harness is not built. */
export function referenceCommand({ referenceScript }: Pick<Io, "referenceScript">, ...args: readonly string[]): string {
  if (!existsSync(referenceScript)) {
    throw new CliError(
      "file-unreadable",
      `Cannot start the reference provider: there is no file "${referenceScript}"; run "npm run build"`,
    );
  }
  return [process.execPath, referenceScript, ...args].map(quote).join(" ");
}

/** For the shell of the platform. */
function quote(word: string): string {
  return process.platform === "win32" ? `"${word}"` : singleQuoted(word);
}
