import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { inFolder, interop, reference } from "./support/interop.js";

const broken = reference("--mutant", "jwks-wrong-use");
const check = "m1-identity/key-form";

describe("interop run --baseline", () => {
  it("ends with 1, then 0 once the failure is written down, then 6 once it is mended", async () => {
    await inFolder(async (folder) => {
      const [baseline, out] = [join(folder, "interop.baseline.yaml"), join(folder, "report")];
      const against = (...more: readonly string[]): ReturnType<typeof interop> =>
        interop("run", "--reference", check, "m1-identity/key-set-type", "--out", out, ...more);
      expect((await against("--provider", broken)).code).toBe(1);
      const unexplained = await interop("baseline", "update", "--baseline", baseline, "--out", out);
      expect([unexplained.code, unexplained.stderr]).toEqual([2, expect.stringContaining("found no --reason")]);
      const args = ["baseline", "update", "--baseline", baseline, "--out", out];
      const updated = await interop(...args, "--reason", "ticket 12", "--expires", "2999-12-31");
      expect(updated.stdout).toContain("0 kept, 1 added, 0 taken out");
      expect(readFileSync(baseline, "utf8")).toContain(`check: ${check}\n    reason: ticket 12\n`);

      const forgiven = await against("--provider", broken, "--baseline", baseline);
      expect(forgiven.code).toBe(0);
      expect(forgiven.stdout).toContain("Known failures, forgiven by the baseline (1)");
      expect(readFileSync(join(out, "summary.md"), "utf8")).toContain("Not ready");

      const mended = await against("--baseline", baseline);
      expect([mended.code, mended.stdout]).toEqual([6, expect.stringContaining("Stale entries")]);
      const emptied = await interop(...args);
      expect(emptied.stdout).toContain("0 kept, 0 added, 1 taken out");
    });
  });

  it.each([
    [
      "an unknown check",
      "expected:\n  - check: m2-channel/keep-alives\n    reason: none\n    expires: 2027-01-01\n",
      6,
      'line 3: expected[0].check is "m2-channel/keep-alives", wanted the id of a check; did you mean "m2-channel/keep-alive"',
    ],
    [
      "a missing reason",
      `expected:\n  - check: ${check}\n    expires: 2027-01-01\n`,
      2,
      "line 3: expected[0] must have required property 'reason'",
    ],
    [
      "a date that is none",
      `expected:\n  - check: ${check}\n    reason: some\n    expires: soon\n`,
      2,
      "line 5: expected[0].expires must match",
    ],
    ["an unknown field", "expected: []\nnote: x\n", 2, 'line 1: the file has the unknown member "note"'],
    ["no YAML", "expected: [\n", 2, "line 3:"],
  ])("names field and line: %s", async (_name, text, code, says) => {
    await inFolder(async (folder) => {
      const file = join(folder, "b.yaml");
      writeFileSync(file, `baseline: 1\n${text}`);
      const ran = await interop("run", "--reference", check, "--baseline", file, "--out", folder);
      expect(ran.stderr).toContain(says);
      expect([ran.code, ran.stderr.split("\n").length]).toEqual([code, 2]);
    });
  });
});
