import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import type { RunResult } from "../harness/model/result.js";
import { hostile, inFolder, interop, reference, startInterop } from "./support/interop.js";

/** Enough scenarios for two workers, none of which waits for long. */
const selection = ["m1-identity/key-form", "m2-channel/certificate-*", "m2-channel/own-ids", "m2-channel/server-ping"];
/** Fails two of them. */
const broken = reference("--mutant", "skips-root-check");

function verdicts(folder: string): unknown {
  const { checks } = JSON.parse(readFileSync(join(folder, "report.json"), "utf8")) as RunResult;
  return Object.fromEntries(checks.map(({ id, verdict }) => [id, verdict]));
}

/** Of the entries that show that checks were put to the provider. */
function numbers(folder: string): readonly number[] {
  const { checks } = JSON.parse(readFileSync(join(folder, "report.json"), "utf8")) as RunResult;
  return checks.flatMap(({ reached }) => reached);
}

describe("shards and merge", () => {
  it("give the verdicts of one run, in a report that verifies", async () => {
    await inFolder(async (folder) => {
      const [whole, one, two, out] = ["whole", "one", "two", "out"].map((name) => join(folder, name)) as [
        string,
        string,
        string,
        string,
      ];
      const args = [...selection, "--provider", broken, "--seed", "s"];
      await interop("run", ...args, "--out", whole);
      await interop("run", ...args, "--out", one, "--shard", "1/2");
      await interop("run", ...args, "--out", two, "--shard", "2/2");
      const merged = await interop("merge", one, two, "--out", out);
      expect(merged.code).toBe(1);
      expect(verdicts(out)).toEqual(verdicts(whole));
      const verified = await interop("verify", out, "--partial");
      expect([verified.code, verified.stdout]).toEqual([0, expect.stringContaining("Verified")]);

      const twice = await interop("merge", one, one, "--out", out);
      expect([twice.code, twice.stderr]).toEqual([2, expect.stringContaining("in two reports")]);
      await interop("run", "--reference", "m2-channel/header", "--out", join(folder, "other"));
      const mixed = await interop("merge", one, join(folder, "other"), "--out", out);
      expect([mixed.code, mixed.stderr]).toEqual([2, expect.stringContaining("another provider in")]);
    });
  });

  it("refuse what is no part", async () => {
    const { code, stderr } = await interop("run", "--shard", "3/2");
    expect([code, stderr]).toEqual([2, expect.stringContaining("wanted the number of a part and of all parts")]);
  });
});

describe("run --jobs", () => {
  it("gives the verdicts of one run, in the order of one, in a report that verifies", async () => {
    await inFolder(async (folder) => {
      const [one, two] = [join(folder, "one"), join(folder, "two")];
      const args = [...selection, "--provider", broken];
      await interop("run", ...args, "--out", one);
      const beside = await interop("run", ...args, "--jobs", "2", "--out", two);
      expect([beside.code, beside.stderr]).toEqual([1, ""]);
      expect(JSON.stringify(verdicts(two))).toBe(JSON.stringify(verdicts(one)));
      // Both lanes drove something: the entries of the second have numbers of their own.
      expect(Math.max(...numbers(one))).toBeLessThan(1_000_000);
      expect(Math.max(...numbers(two))).toBeGreaterThan(1_000_000);
      const verified = await interop("verify", two, "--partial");
      expect([verified.code, verified.stdout]).toEqual([0, expect.stringContaining("Verified")]);
    });
  });

  it("stops all lanes when a provider ends by itself", async () => {
    await inFolder(async (folder) => {
      const args = [...selection, "--provider", hostile("exits-later"), "--jobs", "2"];
      const { code, stdout } = await interop("run", ...args, "--out", folder);
      expect([code, stdout]).toEqual([4, expect.stringContaining("Could not be tested")]);
    });
  });

  it("refuses to start once more what it did not start", async () => {
    const { code, stderr } = await interop("run", "--url", "http://127.0.0.1:9/rpc", "--jobs", "2");
    expect([code, stderr]).toEqual([2, expect.stringContaining("--url and --jobs cannot be combined")]);
  });
});

describe("run --watch", () => {
  it("runs what failed again when a file changes, and ends at Ctrl-C with the last exit code", async () => {
    await inFolder(async (folder) => {
      const variant = join(folder, "variant.txt");
      const driver = join(folder, "driver.js");
      writeFileSync(variant, "--mutant enlist-zero-signature");
      writeFileSync(
        driver,
        `const args = require("node:fs").readFileSync(${JSON.stringify(variant)}, "utf8");
         require("node:child_process").spawn(${JSON.stringify(reference())} + " " + args, { shell: true, stdio: "inherit" });`,
      );
      const checks = ["m1-identity/enlistment-signature", "m1-identity/key-form"];
      const out = join(folder, "report");
      const args = [
        "run",
        ...checks,
        "--provider",
        `"${process.execPath}" "${driver}"`,
        "--out",
        out,
        "--watch",
        folder,
      ];
      const { finished, says, stop } = startInterop(args);
      await says("the next change runs 1 that did not pass");
      writeFileSync(variant, "");
      await says("variant.txt changed");
      await says("the next change runs everything");
      stop();
      const { code, stdout } = await finished;
      expect([code, stdout]).toEqual([0, expect.stringContaining("1 pass, 0 fail")]);
    });
  });
});
