import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { type LeftProcess, processesWith } from "../harness/driver/left-processes.js";
import { spawnDriver } from "../harness/driver/spawn.js";
import { systemClock } from "../runtime/system-clock.js";
import { inFolder, interop } from "./support/interop.js";

const onLinux = existsSync("/proc/self/environ") ? it : it.skip;

/** A shell command: a provider that starts a helper, writes its pid to `file`, and ends when its stdin is closed. */
function providerWithHelper(file: string, detached: boolean): string {
  const helper = "setInterval(() => {}, 1000)";
  const start = `spawn(process.execPath, ["-e", ${JSON.stringify(helper)}, "API_KEY=abc123"], { detached: ${detached}, stdio: "ignore" })`;
  const script = `const { spawn } = require("node:child_process");
const child = ${start};
child.unref();
require("node:fs").writeFileSync(${JSON.stringify(file)}, String(child.pid));
console.error("started");
process.stdin.resume().on("end", () => process.exit());`;
  return `'${process.execPath}' -e '${script}'`;
}

async function leftBy(file: string, detached: boolean): Promise<readonly LeftProcess[]> {
  const found: LeftProcess[] = [];
  await new Promise<void>((resolve, reject) => {
    const driver = spawnDriver({
      command: providerWithHelper(file, detached),
      clock: systemClock,
      onLeft: (left) => void found.push(...left),
      onLog: () => void driver.close().then(resolve, reject),
    });
  });
  return found;
}

const pidIn = (file: string): number => Number(readFileSync(file, "utf8"));

describe("a process that outlives the provider", () => {
  onLinux("is named and goes on where it left the provider's group", () =>
    inFolder(async (folder) => {
      const file = join(folder, "pid");
      try {
        const left = await leftBy(file, true);
        expect(left).toEqual([
          { pid: pidIn(file), command: expect.stringContaining("setInterval"), fate: "still running" },
        ]);
        // Signal 0 only asks whether it is there.
        expect(process.kill(pidIn(file), 0)).toBe(true);
      } finally {
        process.kill(pidIn(file), "SIGKILL");
      }
    }),
  );

  onLinux("is named and killed where it did not", () =>
    inFolder(async (folder) => {
      const file = join(folder, "pid");
      expect(await leftBy(file, false)).toMatchObject([{ pid: pidIn(file), fate: "killed" }]);
    }),
  );

  onLinux("is named at the end of a run, without its secrets", () =>
    inFolder(async (folder) => {
      const file = join(folder, "pid");
      const provider = providerWithHelper(file, true);
      try {
        const { stderr } = await interop(
          ...[
            "run",
            "m1-identity/key-form",
            "--provider",
            provider,
            "--timeout",
            "200",
            "--out",
            join(folder, "report"),
          ],
        );
        expect(stderr).toContain(`interop: note: process ${pidIn(file)} of the provider (`);
        expect(stderr).toContain("outlived the run and is still running; the harness does not kill it");
        expect(stderr).not.toContain("abc123");
      } finally {
        process.kill(pidIn(file), "SIGKILL");
      }
    }),
  );

  it("is none where no environment has the mark", () => {
    expect(processesWith("INTEROP_DRIVER_ID", "of no process", undefined)).toEqual([]);
  });
});
