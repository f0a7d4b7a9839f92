import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "@jest/globals";
import { parse } from "yaml";
import { inFolder, reference } from "./support/interop.js";
import { filesBelow, root } from "./sources.js";

const bin = join(root, "dist", "cli", "bin.js");

interface Step {
  readonly run?: string;
  readonly shell?: string;
  readonly uses?: string;
}

/** The files are read as what they are; a host's own validation of them is not repeated here. */
const yaml = filesBelow("ci").filter((path) => /\.ya?ml$/.test(path));

test.each(yaml)("%s is YAML with an object at its top", (path) => {
  expect(typeof parse(readFileSync(join(root, path), "utf8"))).toBe("object");
});

test("the GitHub action is a composite whose inputs are all used", () => {
  const text = readFileSync(join(root, "ci/github-action/action.yml"), "utf8");
  const action = parse(text) as { inputs: object; runs: { using: string; steps: readonly Step[] } };
  expect(action.runs.using).toBe("composite");
  for (const name of Object.keys(action.inputs)) expect(text).toContain(`inputs.${name} }}`);
  // Inputs reach a shell as variables only: text of a pull request must not become a command.
  for (const { run = "", shell, uses } of action.runs.steps) {
    expect(run).not.toContain("${{");
    expect(uses ?? shell).toBeDefined();
  }
});

describe("the gate", () => {
  const gate = (folder: string, env: NodeJS.ProcessEnv): ReturnType<typeof spawnSync> =>
    spawnSync("sh", [join(root, "ci/gate.sh")], {
      cwd: folder,
      encoding: "utf8",
      env: {
        ...process.env,
        INTEROP: `${process.execPath} ${bin}`,
        INTEROP_SELECT: "m1-identity/enlistment-signature m1-identity/key-form",
        ...env,
      },
    });

  it("is a shell script", () => {
    expect(spawnSync("sh", ["-n", join(root, "ci/gate.sh")]).status).toBe(0);
  });

  it("passes on what interop says, and forgives what it is told to", async () => {
    await inFolder(async (folder) => {
      expect(gate(folder, {}).status).toBe(0);
      expect(existsSync(join(folder, "conformance-report", "junit.xml"))).toBe(true);
      const INTEROP_PROVIDER = reference("--mutant", "enlist-zero-signature");
      expect(gate(folder, { INTEROP_PROVIDER }).status).toBe(1);
      expect(gate(folder, { INTEROP_PROVIDER, INTEROP_ALLOW: "3 1" }).status).toBe(0);
      expect(gate(folder, { INTEROP_URL: "http://127.0.0.1:9/rpc" }).status).toBe(4);
    });
  }, 60_000);
});
