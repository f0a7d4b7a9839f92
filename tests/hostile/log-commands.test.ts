import { describe, expect, it } from "@jest/globals";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { hostile, inFolder, startInterop } from "../support/interop.js";

/** Where GitHub, Azure and TeamCity see a command that is not ours. */
const commands = /^\s*::(?!error |warning )|##\[|##vso\[|##teamcity\[/im;

describe("a provider that gives commands to the build server", () => {
  it.each([
    ["run, with the driver's log", ["run", "m1-identity", "m2-channel/login"], { INTEROP_DEBUG: "1" }],
    ["run, with annotations", ["run", "m1-identity", "--annotations", "github"], {}],
    ["run --json", ["run", "m1-identity", "--json"], {}],
    ["doctor", ["doctor"], {}],
  ])("is quoted, and not obeyed: %s", async (_, args, env) => {
    await inFolder(async (folder) => {
      const out = args[0] === "run" ? ["--out", folder] : [];
      const provider = hostile("commands");
      const { stdout, stderr } = await startInterop([...args, "--provider", provider, ...out], env).finished;
      expect(stdout + stderr).toContain("add-mask");
      expect(stdout).not.toMatch(commands);
      expect(stderr).not.toMatch(commands);
      if (args.includes("--json")) expect(JSON.parse(stdout).run.provider.name).toBe("::add-mask::a");
      if (out.length > 0) expect(readFileSync(join(folder, "report.json"), "utf8")).toContain("::add-mask::a");
    });
  });
});
