import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "@jest/globals";
import { inFolder, reference, startInterop } from "./support/interop.js";

it("in GitHub Actions, a run annotates what failed and appends its summary", async () => {
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
