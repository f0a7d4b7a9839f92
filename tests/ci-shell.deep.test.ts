import { spawn, spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { parse } from "yaml";
import { readPipeline, stepsNamed } from "./support/jenkinsfile.js";
import { bin, inFolder, interop, reference, spawnInterop } from "./support/interop.js";
import { root } from "./sources.js";

const few = "m1-identity/enlistment-signature m1-identity/key-form";
const broken = reference("--mutant", "enlist-zero-signature");
const read = (path: string): string => readFileSync(join(root, path), "utf8");

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
}

/**
 * A project as a host would check it out: with interop among its packages, and ci/gate.sh. `npm ci` is the one command
 * that is stood in for, because there is nothing to install.
 */
async function inProject(
  use: (shell: (lines: readonly string[], env?: NodeJS.ProcessEnv) => Ended, folder: string) => void,
): Promise<void> {
  await inFolder(async (folder) => {
    const commands = join(folder, "node_modules", ".bin");
    mkdirSync(commands, { recursive: true });
    symlinkSync(bin, join(commands, "interop"));
    chmodSync(bin, 0o755);
    const standIns = join(folder, "stand-ins");
    mkdirSync(standIns);
    writeFileSync(join(standIns, "npm"), '#!/bin/sh\n[ "$*" = ci ] && echo "npm ci"\n', { mode: 0o755 });
    mkdirSync(join(folder, "ci"));
    copyFileSync(join(root, "ci", "gate.sh"), join(folder, "ci", "gate.sh"));
    const PATH = `${standIns}${delimiter}${process.env["PATH"]}`;
    use((lines, env = {}) => {
      // Hosts stop at the first command that fails.
      const { status, stdout } = spawnSync("sh", ["-ec", lines.join("\n")], {
        cwd: folder,
        encoding: "utf8",
        env: { ...process.env, PATH, INTEROP_SELECT: few, ...env },
      });
      return { status, stdout };
    }, folder);
  });
}

describe("the gate", () => {
  it("passes on what interop says, and forgives what it is told to", async () => {
    await inProject((shell, folder) => {
      const gate = (env: NodeJS.ProcessEnv): number | null =>
        shell(["sh ci/gate.sh"], { INTEROP: `${process.execPath} ${bin}`, ...env }).status;
      expect(gate({})).toBe(2);
      expect(gate({ INTEROP_SELECT: `${few} --reference` })).toBe(2);
      expect(gate({ INTEROP_PROVIDER: reference() })).toBe(0);
      expect(existsSync(join(folder, "conformance-report", "junit.xml"))).toBe(true);
      expect(gate({ INTEROP_PROVIDER: broken })).toBe(1);
      expect(gate({ INTEROP_PROVIDER: broken, INTEROP_ALLOW: "3 1" })).toBe(0);
      expect(gate({ INTEROP_URL: "http://127.0.0.1:9/rpc" })).toBe(4);
    });
  });
});

describe("the shell lines of the templates", () => {
  it("of GitLab run as they stand", async () => {
    const { interop: job } = parse(read("ci/gitlab/interop.gitlab-ci.yml")) as {
      readonly interop: {
        readonly variables: NodeJS.ProcessEnv;
        readonly before_script: readonly string[];
        readonly script: readonly string[];
        readonly artifacts: { readonly paths: readonly string[]; readonly reports: { readonly junit: string } };
      };
    };
    await inProject((shell, folder) => {
      const lines = [...job.before_script, ...job.script];
      expect(shell(lines, job.variables).status).toBe(2);
      const passed = shell(lines, { ...job.variables, INTEROP_PROVIDER: reference() });
      expect([passed.status, passed.stdout]).toEqual([0, expect.stringContaining("npm ci")]);
      for (const path of [...job.artifacts.paths, job.artifacts.reports.junit]) {
        expect([path, existsSync(join(folder, path))]).toEqual([path, true]);
      }
      expect(shell(lines, { ...job.variables, INTEROP_PROVIDER: broken }).status).toBe(1);
    });
  });

  it("of Jenkins run as they stand", async () => {
    const pipeline = readPipeline(read("ci/jenkins/Jenkinsfile"));
    const unquoted = (text: string): string => text.replace(/^= */, "").replace(/^'(.*)'$/, "$1");
    const set = pipeline[0]?.body?.find(({ name }) => name === "environment")?.body ?? [];
    const variables = Object.fromEntries(set.map(({ name, text }) => [name, unquoted(text)]));
    await inProject((shell, folder) => {
      const lines = stepsNamed(pipeline, "sh").map(unquoted);
      expect(lines).toHaveLength(2);
      expect(shell(lines, variables).status).toBe(2);
      expect(shell(lines, { ...variables, INTEROP_PROVIDER: reference() }).status).toBe(0);
      const [junit = ""] = stepsNamed(pipeline, "junit").map((text) => /testResults: '([^']+)'/.exec(text)?.[1] ?? "");
      expect(existsSync(join(folder, junit))).toBe(true);
      expect(shell(lines, { ...variables, INTEROP_PROVIDER: broken }).status).toBe(1);
    });
  });

  it("of the GitHub action run with its inputs, and annotate", async () => {
    const { inputs, runs } = parse(read("ci/github-action/action.yml")) as {
      readonly inputs: Readonly<Record<string, { readonly default: string }>>;
      readonly runs: { readonly steps: readonly { readonly run?: string; readonly env?: NodeJS.ProcessEnv }[] };
    };
    const [step] = runs.steps;
    const environment = (given: Readonly<Record<string, string>>): NodeJS.ProcessEnv =>
      Object.fromEntries(
        Object.entries(step?.env ?? {}).map(([name, text = ""]) => [
          name,
          text
            .replaceAll("${{ github.action_path }}", join(root, "ci", "github-action"))
            .replaceAll(
              /\$\{\{ inputs\.(\w+) \}\}/g,
              (_all, input: string) => given[input] ?? inputs[input]?.default ?? "",
            ),
        ]),
      );
    await inProject((shell, folder) => {
      const summary = join(folder, "summary.md");
      const github = { GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: summary };
      const run = (given: Readonly<Record<string, string>>): Ended =>
        shell([step?.run ?? ""], { ...github, ...environment({ select: few, ...given }) });
      expect(run({}).status).toBe(2);
      expect(run({ provider: reference() }).status).toBe(0);
      expect(readFileSync(summary, "utf8")).toContain("## Interop conformance: ");
      const failed = run({ provider: broken });
      expect([failed.status, failed.stdout]).toEqual([1, expect.stringMatching(/^::error title=M1-/m)]);
      expect(run({ provider: broken, allow: "1" }).status).toBe(0);
    });
  });
});

describe("the image", () => {
  const words = (name: string): readonly string[] => {
    const line =
      read("ci/Dockerfile")
        .split("\n")
        .findLast((text) => text.startsWith(`${name} `)) ?? "";
    return JSON.parse(line.slice(line.indexOf("["))) as readonly string[];
  };

  it("starts, is found healthy by its probe, and ends, by the commands that stand in it", async () => {
    await inFolder(async (folder) => {
      const manifest = join(folder, "manifest.json");
      const here = (list: readonly string[]): readonly string[] =>
        list.map((word) =>
          word
            .replace("/app/dist", join(root, "dist"))
            .replace("/app/probe.js", join(root, "ci", "probe.js"))
            .replace("/run/interop/manifest.json", manifest)
            .replace(/^(8080|8081|9000)$/, "0"),
        );
      const [, script = "", ...fixed] = here(words("ENTRYPOINT"));
      expect(script).toBe(bin);
      const probe = (): number | null => {
        const [, ...args] = here(words("HEALTHCHECK"));
        return spawnSync(process.execPath, [...args, manifest]).status;
      };
      expect(probe()).toBe(1);
      const { child, finished, says } = spawnInterop([...fixed, ...here(words("CMD"))]);
      await says("interop: serving");
      expect(probe()).toBe(0);
      child.kill("SIGTERM");
      expect((await finished).code).toBe(0);
      expect(existsSync(manifest)).toBe(false);
    });
  });
});

describe("the compose file", () => {
  const { services } = parse(read("ci/compose.yaml")) as {
    readonly services: Readonly<Record<"mock" | "conformance", { readonly command: readonly string[] }>>;
  };

  it("tests a driver over HTTP with the words of its service", async () => {
    await inFolder(async (folder) => {
      const driver = spawn(process.execPath, [join(root, "dist", "reference-provider", "bin.js"), "--http"]);
      try {
        const url = await new Promise<string>((resolve) => {
          driver.stdout.setEncoding("utf8").once("data", (text: string) => resolve(text.trim()));
        });
        const out = join(folder, "report");
        // Names of services are those of hosts in a network of containers; here everything is one host.
        const args = services.conformance.command.map((word) =>
          word
            .replace(/^http:\/\/provider:9000\/driver$/, url)
            .replace(/^conformance$/, "localhost")
            .replace(/^\/report$/, out),
        );
        const { code, stdout } = await interop(...args, "m1-identity/key-form", "m2-channel/login");
        expect([code, stdout]).toEqual([0, expect.stringContaining("2 pass, 0 fail")]);
        expect(readFileSync(join(out, "trace.ndjson"), "utf8")).toContain("http://localhost:");
      } finally {
        driver.kill();
      }
    });
  });

  it("serves with the words of the other one", async () => {
    const args = services.mock.command.map((word) => word.replace(/^(8080|8081|9000)$/, "0"));
    const at = args.indexOf("--ready-file");
    const { child, finished, says } = spawnInterop(args.toSpliced(at, 2));
    await says("interop: serving");
    child.kill("SIGTERM");
    const { code, stdout } = await finished;
    expect(code).toBe(0);
    const { chatUrl } = JSON.parse(stdout) as { readonly chatUrl: string };
    expect(chatUrl).toMatch(/^ws:\/\/mock:\d+\//);
  });
});
