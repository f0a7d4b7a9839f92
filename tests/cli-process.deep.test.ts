import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, openSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "@jest/globals";
import { bin, inFolder, reference, spawnInterop } from "./support/interop.js";

it("a run into a full disk ends with 4 and one line", async () => {
  if (!existsSync("/dev/full")) return;
  await inFolder(async (folder) => {
    const full = openSync("/dev/full", "w");
    // By its command: --reference does not count where CI is set, which this process inherits.
    const args = [bin, "run", "m2-channel/login", "--provider", reference(), "--out", folder];
    const child = spawn(process.execPath, args, { stdio: ["ignore", full, "pipe"] });
    const [said = [], [code]] = await Promise.all([child.stderr?.toArray(), once(child, "close")]);
    closeSync(full);
    expect([code, said.join("")]).toEqual([4, expect.stringMatching(/^interop: Writing the output: [^\n]+\n$/)]);
  });
});

it("a run whose reader has gone stops in good order and keeps its report", async () => {
  await inFolder(async (folder) => {
    const { child, finished, says } = spawnInterop([
      "run",
      "--reference",
      "m1-identity",
      "m2-channel",
      "--out",
      folder,
    ]);
    await says("m1-identity/");
    child.stdout.destroy();
    const { code, stderr } = await finished;
    expect([code, stderr]).toEqual([3, ""]);
    expect(existsSync(join(folder, "report.html"))).toBe(true);
  });
});

it("a run takes the configuration of its working folder, and writes its report there", async () => {
  await inFolder(async (folder) => {
    const config = { provider: reference("--mutant", "enlist-zero-signature"), out: "here" };
    writeFileSync(join(folder, "interop.config.json"), JSON.stringify(config));
    const { code } = await spawnInterop(["run", "--reference", "m1-identity/enlistment-signature"], {}, folder)
      .finished;
    expect([code, existsSync(join(folder, "here", "report.html"))]).toEqual([1, true]);
  });
});
