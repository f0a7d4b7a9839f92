import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { readReport } from "../harness/model/report-schema.js";
import type { RunResult } from "../harness/model/result.js";
import { sampleResult } from "../reports/testing/sample-run.js";
import { hostile, inFolder, interop, isGone, reference, startInterop } from "./support/interop.js";

function reportIn(folder: string): RunResult {
  const reading = readReport(JSON.parse(readFileSync(join(folder, "report.json"), "utf8")));
  if (!reading.ok) throw new Error(reading.problem);
  return reading.result;
}

const few = ["m1-identity/key-form", "m1-identity/enlistment-form"];

describe("run without a provider", () => {
  it.each([
    ["a person", {}, []],
    ["a pipeline", { CI: "true" }, []],
    ["a pipeline that asks for the reference provider", { CI: "1" }, ["--reference"]],
    ["a pipeline that begins with what failed", { CI: "true" }, ["--only-failed"]],
  ])("is told what to do, and is never green: %s", async (_, env, args) => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, "report.json"), JSON.stringify(sampleResult));
      const { code, stdout, stderr } = await startInterop(["run", ...args, "--out", folder], env).finished;
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toMatch(/Choosing the provider: found none; wanted --provider "command that starts your driver"/);
    });
  });
});

describe("run", () => {
  it("tests the reference provider, writes every report, and replays to the same verdicts", async () => {
    await inFolder(async (folder) => {
      const { code, stdout, stderr } = await interop("run", "--reference", ...few, "--out", folder, "--seed", "s1");
      expect([code, stderr]).toEqual([0, ""]);
      expect(stdout).toContain("2 pass, 0 fail");
      expect(stdout).not.toContain("\u001b");
      for (const name of ["report.html", "junit.xml", "summary.md", "badge.svg", "trace.ndjson"]) {
        expect(existsSync(join(folder, name))).toBe(true);
      }
      const report = reportIn(folder);
      expect(report.run.seed).toBe("s1");
      const replayed = await interop("replay", join(folder, "trace.ndjson"), "--json");
      const again = JSON.parse(replayed.stdout) as RunResult;
      const verdicts = (result: RunResult): unknown =>
        result.checks.map(({ id, verdict, reached }) => [id, verdict, reached]);
      expect(verdicts(again)).toEqual(verdicts(report));
      expect(replayed.code).toBe(0);
    });
  });

  it("prints nothing but the report with --json", async () => {
    await inFolder(async (folder) => {
      const { stdout, stderr } = await interop("run", "--reference", "m1-identity/key-form", "--out", folder, "--json");
      expect(readReport(JSON.parse(stdout)).ok).toBe(true);
      expect(stdout).toBe(readFileSync(join(folder, "report.json"), "utf8"));
      expect(stderr).toContain("1 pass, 0 fail");
    });
  });

  it("has nothing to do for --only-failed after a green run, and runs what was open after another", async () => {
    await inFolder(async (folder) => {
      await interop("run", "--reference", "m1-identity/key-form", "--out", folder);
      const green = await interop("run", "--reference", "--only-failed", "--out", folder);
      expect([green.code, green.stdout]).toEqual([0, expect.stringContaining("Nothing to re-run")]);
      await interop("run", ...few, "--out", folder, "--provider", hostile("exits-at-once"));
      const again = await interop("run", "--reference", "--only-failed", "--out", folder);
      expect(again.stdout).toContain("2 pass, 0 fail");
    });
  });

  it("repeats in the rerun line what the run was held to, ready for a shell", async () => {
    await inFolder(async (folder) => {
      const provider = reference("--mutant", "enlist-zero-signature");
      const args = ["run", "m1-identity/enlistment-signature", "--provider", provider, "--timeout", "9000"];
      const first = await interop(...args, "--seed", "it's me", "--out", folder);
      const line = /^ *rerun +node \S*dist\/cli\/bin\.js run (.*)$/m.exec(first.stdout)?.[1] ?? "";
      const { stdout: words } = spawnSync("sh", ["-c", `printf '%s\\n' ${line}`], { encoding: "utf8" });
      const again = await interop("run", ...words.trimEnd().split("\n"), "--out", join(folder, "again"), "--json");
      const { run, checks } = JSON.parse(again.stdout) as RunResult;
      expect(checks.map(({ id, verdict }) => [id, verdict])).toEqual([["m1-identity/enlistment-signature", "fail"]]);
      expect(run.seed).toBe("it's me");
      expect(run.options).toEqual(["--provider", provider, "--timeout", "9000", "--seed", "it's me"]);
      const { options } = reportIn(folder).run;
      expect(options).toEqual(run.options);
      for (const name of ["report.html", "junit.xml"]) {
        expect(readFileSync(join(folder, name), "utf8")).toContain("--timeout 9000 --seed");
      }
    });
  });

  it("colours when told to and not when told not to", async () => {
    await inFolder(async (folder) => {
      const args = ["run", "--reference", "m1-identity/key-form", "--out", folder];
      const forced = await startInterop(args, { FORCE_COLOR: "1" }).finished;
      expect(forced.stdout).toContain("\u001b[32m");
      const both = await startInterop(args, { FORCE_COLOR: "1", NO_COLOR: "1" }).finished;
      expect(both.stdout).not.toContain("\u001b");
    });
  });
});

describe("a provider that cannot be tested ends with 4, one cause and a report", () => {
  it.each([
    ["does not exist", '"/absent/driver"', [], "driver-not-found", "/absent/driver"],
    ["exits at once", hostile("exits-at-once"), [], "driver-exited", "cannot read settings.toml"],
    ["hangs", hostile("hangs"), ["--timeout", "700"], "driver-refused", "No answer to provider.describe within 700 ms"],
    ["prints garbage", hostile("prints-garbage"), [], "driver-garbage", "Listening on port 8080"],
    ["answers against the schema", hostile("breaks-schema"), [], "driver-schema", "provider.describe"],
    ["dies in the middle", hostile("exits-later"), [], "driver-exited", "exit code 9"],
  ])("%s", async (_name, command, patience, code, says) => {
    await inFolder(async (folder) => {
      const out = join(folder, "deep", "report");
      const ran = await interop("run", ...few, "--provider", command, "--out", out, ...patience);
      expect([ran.code, ran.stderr]).toEqual([4, ""]);
      expect(ran.stdout).toContain("Could not be tested");
      expect(ran.stdout).not.toMatch(/\n\s+at |node:internal/);
      const report = reportIn(out);
      expect(report.summary).toMatchObject({ outcome: "environment", couldNotRun: 2, pass: 0, fail: 0 });
      expect(report.cause).toMatchObject({ code, message: expect.stringContaining(says) });
    });
  });

  it("is not left behind, even when it ignores every hint to end", async () => {
    await inFolder(async (folder) => {
      const pidFile = join(folder, "pid");
      const provider = hostile("outlives-stdin", pidFile);
      await interop("run", ...few, "--provider", provider, "--out", folder, "--timeout", "5000");
      expect(await isGone(Number(readFileSync(pidFile, "utf8")))).toBe(true);
    });
  });

  it("nobody listens at the URL", async () => {
    await inFolder(async (folder) => {
      const { code, stdout } = await interop("run", ...few, "--url", "http://127.0.0.1:9/rpc", "--out", folder);
      expect(code).toBe(4);
      expect(stdout.replaceAll(/\s+/g, " ")).toContain("Cannot reach the provider's driver at http://127.0.0.1:9/rpc");
    });
  });

  it("a report that cannot be written still shows its verdicts", async () => {
    await inFolder(async (folder) => {
      mkdirSync(join(folder, "report.html"));
      const { code, stdout, stderr } = await interop("run", "--reference", "m1-identity/key-form", "--out", folder);
      expect(code).toBe(4);
      expect(stdout).toContain("1 pass, 0 fail");
      expect(stderr).toMatch(/^interop: Writing the reports to [^\n]+\n$/);
    });
  });
});

it("Ctrl-C stops a run after the current scenario, and reports what ran", async () => {
  await inFolder(async (folder) => {
    const { finished, says, stop } = startInterop(["run", "--reference", "--out", folder]);
    await says("pass  ");
    stop();
    const { code, stdout } = await finished;
    expect(code).toBe(3);
    expect(stdout).toContain("Stopping after the current scenario");
    const report = reportIn(folder);
    expect(report.cause?.code).toBe("interrupted");
    expect(report.summary.pass).toBeGreaterThan(0);
    expect(report.summary.couldNotRun).toBeGreaterThan(0);
  });
});

it("annotates what failed in GitHub Actions, and appends its summary", async () => {
  await inFolder(async (folder) => {
    const summary = join(folder, "summary-of-the-job.md");
    writeFileSync(summary, "# Before\n");
    const provider = reference("--mutant", "enlist-zero-signature");
    const args = ["run", "m1-identity/enlistment-signature", "--provider", provider, "--out", join(folder, "report")];
    const env = { GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: summary };
    const { code, stdout } = await startInterop(args, env).finished;
    expect(code).toBe(1);
    expect(stdout).toMatch(/^::error title=M1-16 m1-identity\/enlistment-signature::/m);
    expect(readFileSync(summary, "utf8")).toMatch(/^# Before\n## Interop conformance: failed\n/);
    const quiet = await startInterop([...args, "--annotations", "none"], env).finished;
    expect(quiet.stdout).not.toContain("::error");
  });
});
