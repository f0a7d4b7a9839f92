import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Clock } from "../../core/clock.js";
import { httpDriver } from "../../harness/driver/http.js";
import { spawnDriver } from "../../harness/driver/spawn.js";
import type { Transport } from "../../harness/driver/transport.js";
import { redact } from "../../reports/redact/redact.js";
import { CliError } from "../errors.js";
import type { ProviderOptions } from "../provider-options.js";

/**
 * The way to the provider's driver. With neither command nor URL it is the reference provider, in a process of its own
 * over stdio, exactly as a stranger's would be.
 *
 * @param beside One more of them, which must not find what another keeps.
 */
export function providerTransport(
  { provider, url }: Pick<ProviderOptions, "provider" | "url">,
  clock: Clock,
  { beside = false }: { readonly beside?: boolean } = {},
): Transport {
  if (url !== undefined) return httpDriver(url);
  const onLog =
    (process.env["INTEROP_DEBUG"] ?? "") === "" ? undefined : (text: string) => process.stderr.write(redact(text));
  const command = provider ?? referenceCommand();
  const { env, clear } = stateFolder(beside);
  const driver = spawnDriver({ command, clock, env, ...(onLog !== undefined && { onLog }) });
  return {
    ...driver,
    async close() {
      await driver.close();
      clear();
    },
  };
}

/** Where a provider that declares `restart` keeps what it needs when it is killed and started again. */
function stateFolder(beside: boolean): { readonly env: NodeJS.ProcessEnv; clear(): void } {
  if (!beside && (process.env[stateVariable] ?? "") !== "") return { env: process.env, clear: () => undefined };
  const folder = mkdtempSync(join(tmpdir(), "interop-state-"));
  return {
    env: { ...process.env, [stateVariable]: folder },
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const stateVariable = "INTEROP_STATE_DIR";

/** @throws CliError `file-unreadable` when the harness is not built. */
function referenceCommand(): string {
  const bin = fileURLToPath(new URL("../../reference-provider/bin.js", import.meta.url));
  if (!existsSync(bin)) {
    throw new CliError(
      "file-unreadable",
      `Starting the reference provider: found no file "${bin}"; wanted a built harness; run "npm run build"`,
    );
  }
  return [process.execPath, bin].map(quote).join(" ");
}

/** For the shell of the platform. */
function quote(word: string): string {
  return process.platform === "win32" ? `"${word}"` : `'${word.replaceAll("'", `'\\''`)}'`;
}
