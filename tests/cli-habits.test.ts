import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { commandEntries } from "../cli/command.js";
import { manPage } from "../cli/completion/man-page.js";
import { readTree } from "../cli/completion/tree.js";
import { hostile, inFolder, interop, reference, silentIo, startInterop } from "./support/interop.js";

const commands = commandEntries.map(({ name }) => name);

describe("interop run chooses checks", () => {
  it("by --grep in id, requirement or sentence, and by --level", async () => {
    const { code, stdout } = await interop("run", "--list-tests", "--grep", "PING", "--level", "MUST");
    const ids = stdout.trimEnd().split("\n");
    expect(code).toBe(0);
    expect(ids.length).toBeGreaterThan(0);
    const listed = JSON.parse((await interop("list", "--json")).stdout) as readonly {
      readonly id: string;
      readonly requirement: string;
      readonly level: string;
      readonly sentence: string;
    }[];
    const wanted = listed.filter(
      ({ id, requirement, level, sentence }) => level === "MUST" && /ping/i.test(`${id} ${requirement} ${sentence}`),
    );
    expect(ids).toEqual(wanted.map(({ id }) => id));
  });

  it.each([
    ["nothing fits", ["--grep", "no-such-word"], "Selecting checks by --grep no-such-word: found none"],
    ["a pattern is none", ["--grep", "("], "wanted a regular expression"],
    ["a level is none", ["--level", "must"], "allowed choices are MUST, SHOULD, MAY"],
    ["a reporter is none", ["--reporter", "dot,spec"], "wanted one or more of dot, list, json, github, teamcity"],
    ["two reporters show progress", ["--reporter", "dot,list"], "--reporter dot and list cannot be combined"],
  ])("and says so when %s", async (_name, args, says) => {
    const { code, stdout, stderr } = await interop("run", "--list-tests", ...args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(says);
    expect(stderr).toMatch(/^interop: [^\n]+\n$/);
  });

  it("and lists them as a tree for editors, whose commands select one check each", async () => {
    const flat = await interop("run", "--list-tests");
    const { stdout } = await interop("run", "--list-tests", "--json");
    const { schema, tests } = JSON.parse(stdout) as { readonly schema: string; readonly tests: readonly Item[] };
    expect(schema).toBe("interop-conformance/tests@1");
    const leaves = (items: readonly Item[]): readonly Item[] =>
      items.flatMap((item) => [...(item.check === undefined ? [] : [item]), ...leaves(item.children ?? [])]);
    expect(
      leaves(tests)
        .map(({ id }) => `${id}\n`)
        .join(""),
    ).toBe(flat.stdout);
    const [first] = leaves(tests);
    const again = await interop(...(first?.check?.command ?? []), "--list-tests");
    expect(again.stdout).toBe(`${first?.id}\n`);
  });
});

interface Item {
  readonly id: string;
  readonly children?: readonly Item[];
  readonly check?: { readonly command: readonly string[] };
}

describe("interop run shows", () => {
  const checks = ["m1-identity/key-form", "m2-channel/server-ping"];

  it("a character for each check and TeamCity's messages with --reporter dot,teamcity", async () => {
    await inFolder(async (out) => {
      const { stdout } = await interop(
        "run",
        "--provider",
        reference(),
        ...checks,
        "--reporter",
        "dot,teamcity",
        "--out",
        out,
      );
      const [dots = ""] = stdout.split("\n");
      const { checks: judged } = JSON.parse(readFileSync(join(out, "report.json"), "utf8"));
      expect(dots).toMatch(/^[.FUW?R-]+$/);
      expect(dots).toHaveLength(judged.length);
      expect(stdout.match(/^##teamcity\[testFinished /gm)).toHaveLength(judged.length);
    });
  });

  it("report.json alone on stdout with --reporter json", async () => {
    await inFolder(async (out) => {
      const { stdout } = await interop("run", "--provider", reference(), ...checks, "--reporter", "json", "--out", out);
      expect(stdout).toBe(readFileSync(join(out, "report.json"), "utf8"));
    });
  });

  it("no verdict that passed with --quiet", async () => {
    await inFolder(async (out) => {
      const { stdout } = await interop("run", "--provider", reference(), ...checks, "--quiet", "--out", out);
      expect(stdout).not.toContain("m2-channel/server-ping  ");
      expect(stdout).toContain("Report: ");
    });
  });

  it("why it stopped with --bail, and runs no further scenario", async () => {
    await inFolder(async (out) => {
      const provider = reference("--mutant", "enlist-as-json");
      const args = ["run", "m1-identity", "--provider", provider, "--bail", "--reporter", "list", "--out", out];
      let finished = await interop(...args);
      // What fails on a busy machine could not run, and ends nothing.
      for (let more = 4; more > 0 && !finished.stdout.includes("--bail says"); more--)
        finished = await interop(...args);
      expect(finished.stdout).toMatch(/Stopped: The run ended after \d+ failed checks?, as --bail says/);
      const report = JSON.parse(readFileSync(join(out, "report.json"), "utf8"));
      expect([finished.code, report.cause.code]).toEqual([1, "interrupted"]);
      expect(report.summary.couldNotRun).toBeGreaterThan(0);
    });
  });

  it("no command of a provider to a build server that reads ours", async () => {
    await inFolder(async (out) => {
      const args = ["run", "m1-identity", "--provider", hostile("commands"), "--out", out];
      const { stdout } = await interop(...args, "--reporter", "dot,teamcity,github");
      expect(stdout).toMatch(/^##teamcity\[testFailed /m);
      const ours = /^##teamcity\[test\w+(?: \w+='(?:[^|'[\]\n]|\|.)*')*\]$|^::(?:error|warning) [^\n]*$/;
      expect(stdout.split("\n").filter((line) => /##|^\s*::/.test(line) && !ours.test(line))).toEqual([]);
    });
  });
});

describe("the configuration in package.json", () => {
  it("counts where there is no file, and names the line of a mistake", async () => {
    await inFolder(async (cwd) => {
      writeFileSync(join(cwd, "package.json"), '{\n  "name": "x",\n  "interop": {\n    "bail": 0\n  }\n}\n');
      const { code, stderr } = await startInterop(["run"], {}, { cwd }).finished;
      expect(code).toBe(2);
      expect(stderr).toContain('Reading the configuration "package.json": line 4: bail');
      writeFileSync(join(cwd, "interop.config.json"), '{ "out": "elsewhere" }');
      const own = await startInterop(["run"], {}, { cwd }).finished;
      expect(own.stderr).toContain("Choosing the provider: found none");
    });
  });

  it("counts for nothing without our field", async () => {
    await inFolder(async (cwd) => {
      writeFileSync(join(cwd, "package.json"), '{ "name": "x" }');
      const { stderr } = await startInterop(["run"], {}, { cwd }).finished;
      expect(stderr).toContain("Choosing the provider: found none");
    });
  });
});

describe("completion", () => {
  /** What bash would offer after these words. */
  async function offered(...words: readonly string[]): Promise<readonly string[]> {
    const { stdout } = await interop("completion", "bash");
    const typed = words.map((word) => `'${word}'`).join(" ");
    const script = `${stdout}\nCOMP_WORDS=(interop ${typed}); COMP_CWORD=${words.length}; _interop; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const ran = spawnSync("bash", ["--norc", "-c", script], { encoding: "utf8" });
    expect(ran.stderr).toBe("");
    return ran.stdout.split("\n").filter((line) => line !== "");
  }

  it("offers commands, options, values and commands below commands in bash", async () => {
    expect(await offered("")).toEqual(expect.arrayContaining(commands));
    expect(await offered("comp")).toEqual(["completion"]);
    expect(await offered("run", "--lev")).toEqual(["--level"]);
    expect(await offered("run", "--quiet", "--level", "M")).toEqual(["MUST", "MAY"]);
    expect(await offered("completion", "")).toEqual(["bash", "zsh", "fish"]);
    expect(await offered("baseline", "up")).toEqual(["update"]);
    expect(await offered("baseline", "update", "--exp")).toEqual(["--expires"]);
  });

  it.each(["zsh", "fish"])("is read by %s, where that is installed", async (shell) => {
    const { code, stdout } = await interop("completion", shell);
    expect(code).toBe(0);
    for (const name of commands) expect(stdout).toContain(name);
    const { error, status, stderr } = checked(shell, stdout);
    if (error === undefined) expect([status, stderr]).toEqual([0, ""]);
    else process.stderr.write(`Skipped: ${shell} is not installed\n`);
  });
});

/** A shell reads a script without running it. */
function checked(shell: string, script: string): ReturnType<typeof spawnSync> {
  const folder = mkdtempSync(join(tmpdir(), "interop-shell-"));
  try {
    const file = join(folder, "completion");
    writeFileSync(file, script);
    return spawnSync(shell, ["-n", file], { encoding: "utf8" });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("the manual page", () => {
  it("has every command with every option", async () => {
    const tree = await readTree(commandEntries, silentIo());
    const page = manPage(tree, "1.2.3");
    expect(page).toMatch(/^\.TH INTEROP 1 /);
    expect(page.split("\n").filter((line) => line.startsWith(".SH")).length).toBeGreaterThan(commands.length);
    for (const { options } of tree) {
      for (const { flags } of options) expect(page).toContain(flags.replaceAll("-", "\\-"));
    }
  });
});

it("prints the version for -V too", async () => {
  expect(await interop("-V")).toEqual(await interop("--version"));
});
