import { existsSync } from "node:fs";
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
 */
export function providerTransport(
  { provider, url }: Pick<ProviderOptions, "provider" | "url">,
  clock: Clock,
): Transport {
  if (url !== undefined) return httpDriver(url);
  const onLog =
    (process.env["INTEROP_DEBUG"] ?? "") === "" ? undefined : (text: string) => process.stderr.write(redact(text));
  const command = provider ?? referenceCommand();
  return spawnDriver({ command, clock, env: process.env, ...(onLog !== undefined && { onLog }) });
}

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
