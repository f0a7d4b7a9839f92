import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { spawnDriver } from "../../harness/driver/spawn.js";
import type { Transport } from "../../harness/driver/transport.js";
import { systemClock } from "../../runtime/system-clock.js";
import { checks } from "../../suites/index.js";
import { root } from "../sources.js";
import { conformantRun, type InProcessRun, notPassed, writtenByProvider } from "../support/run-in-process.js";

// The reference provider shares codecs and ciphers with the simulated Meta side, so one mistake in them could satisfy both.
// This provider shares nothing.

const skipped = [
  existsSync(join(root, "node_modules/whatsapp-rust-bridge/package.json")) ? [] : "the package whatsapp-rust-bridge",
  hasOpenssl() ? [] : "openssl",
].flat();
if (skipped.length > 0) {
  process.stderr.write(`Skipped "a provider of foreign parts": not installed: ${skipped.join(", ")}\n`);
}

/** What the parts cannot do, and why that is no matter of our code. */
const warnings: Readonly<Record<string, string>> = {
  "m2-channel/interop-address-short": "whatsapp-rust-bridge 0.5.5 expects a server name behind every interop address",
};

/** Causes of checks that are for other profiles, or run only when asked for. */
const idle: ReadonlySet<string> = new Set(["other-engine", "other-wire", "needs-slow"]);
/** A proxy is optional, and this provider has none. */
const withoutProxy = checks.filter(({ id }) => !id.startsWith("proxy/"));

const profiles = ["whatsapp", "whatsapp-lid"] as const;

(skipped.length === 0 ? describe : describe.skip).each(profiles)(
  "a provider of foreign parts, profile %s",
  (profile) => {
    const folders: string[] = [];
    let run: InProcessRun;

    function start(): Transport {
      const folder = mkdtempSync(join(tmpdir(), "foreign-state-"));
      folders.push(folder);
      const driver = join(root, "examples/foreign-provider/driver.js");
      const env = { ...process.env, NODE_OPTIONS: "", INTEROP_STATE_DIR: folder };
      return spawnDriver({ command: `"${process.execPath}" "${driver}"`, clock: systemClock, env });
    }

    beforeAll(async () => {
      const known = Object.keys(warnings);
      run = await conformantRun(withoutProxy, { profileName: profile, start, known });
    });
    afterAll(() => {
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    });

    test("passes every check that applies to it; warnings are those of its parts", () => {
      const found = notPassed(run).filter(({ cause }) => !idle.has(cause?.code ?? ""));
      const unexplained = found.filter(({ id = "", verdict }) => verdict !== "warn" || warnings[id] === undefined);
      expect(unexplained).toEqual([]);
      // A warning that has gone leaves the table.
      expect(found.map(({ id }) => id)).toEqual(Object.keys(warnings));
      expect(run.result.summary.pass).toBeGreaterThan(415);
    });

    test("sends no frame that cannot be read and no stanza that breaks the schema", () => {
      const { stanzas, breaches } = writtenByProvider(run);
      expect(stanzas).toBeGreaterThan(1000);
      expect(breaches).toEqual([]);
    });
  },
);

function hasOpenssl(): boolean {
  try {
    execFileSync("openssl", ["version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
