import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { commandEntries } from "../cli/command.js";
import { inFolder, interop } from "./support/interop.js";

const commands = commandEntries.map(({ name }) => name);

/** One line for people, and nothing of our insides. */
function expectOneLine(stderr: string): void {
  expect(stderr).toMatch(/^interop: [^\n]+\n$/);
  expect(stderr).not.toMatch(/\n\s+at |node:internal|undefined/);
}

describe("help", () => {
  it("lists the commands with examples and exit codes", async () => {
    const { code, stdout } = await interop("--help");
    expect(code).toBe(0);
    for (const name of commands) expect(stdout).toContain(`\n  ${name} `);
    expect(stdout).toContain("Examples:");
    expect(stdout).toContain("Exit codes:");
  });

  it.each(commands)("explains %s with examples", async (name) => {
    const asOption = await interop(name, "--help");
    const asCommand = await interop("help", name);
    expect(asOption.code).toBe(0);
    expect(asOption.stdout).toContain("Examples:");
    expect(asCommand.stdout).toBe(asOption.stdout);
  });

  it("prints the version", async () => {
    const { code, stdout } = await interop("--version");
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+\n$/)]);
  });

  it("is what a command line without a command gets, as an error", async () => {
    const { code, stderr } = await interop();
    expect(code).toBe(2);
    expect(stderr).toContain("Commands:");
  });
});

describe("mistakes on the command line end with 2 and one line", () => {
  it.each([
    ["an unknown command", ["rnu"], "unknown command 'rnu' (Did you mean run?)"],
    ["help for an unknown command", ["help", "rnu"], "unknown command 'rnu'"],
    ["a part beyond the last", ["run", "--shard", "5/3"], "wanted the number of a part and of all parts"],
    ["a host with a scheme", ["serve", "--advertise", "http://x"], "wanted a host name or an address"],
    ["a folder to explain", ["explain", "m2-channel"], '"interop list m2-channel" prints those in it'],
    ["an unknown option", ["run", "--provder", "x"], "unknown option '--provder' (Did you mean --provider?)"],
    ["a missing argument", ["explain"], "missing required argument 'id'"],
    ["an option without its value", ["run", "--out"], "argument missing"],
    [
      "a number that is none",
      ["run", "--timeout", "soon"],
      'wanted a whole number of milliseconds; "interop run --help"',
    ],
    ["a port that is none", ["serve", "--port", "70000"], "wanted a port from 0 to 65535"],
    ["two ways to a provider", ["run", "--provider", "x", "--url", "http://x"], "found both --provider and --url"],
    ["no command at all", ["run", "--provider", " "], "Reading --provider: found nothing"],
    ["a URL that is none", ["run", "--url", "localhost:80"], 'found "localhost:80"'],
    ["an unknown check", ["run", "m2-channel/keep-alives"], 'did you mean "m2-channel/keep-alive"'],
    ["an unknown id", ["explain", "M2-999"], 'Explaining "M2-999"'],
    ["an unknown profile", ["run", "--profile", "whatsap"], "built-in profiles are: whatsapp"],
    ["an unknown mutant", ["mutants", "--mutant", "jwks-wrong-uses"], 'did you mean "jwks-wrong-use"'],
    ["an absent trace", ["replay", "absent.ndjson"], 'Reading the trace "absent.ndjson"'],
    ["no last report", ["run", "--only-failed", "--out", "absent-folder"], "run once without --only-failed"],
  ])("%s", async (_name, args, says) => {
    const { code, stdout, stderr } = await interop(...args);
    expect(stderr).toContain(says);
    expectOneLine(stderr);
    expect([code, stdout]).toEqual([2, ""]);
  });

  it("a wrong field in a profile, by name and line", async () => {
    await inFolder(async (folder) => {
      const file = join(folder, "mine.json");
      writeFileSync(file, '{\n  "extends": "whatsapp",\n  "channel": {\n    "keepAliveMs": "often"\n  }\n}\n');
      const { code, stderr } = await interop("run", "--profile", file);
      expect(code).toBe(2);
      expect(stderr).toContain("line 4");
      expect(stderr).toContain("channel.keepAliveMs");
      expectOneLine(stderr);
    });
  });

  it("a trace that was cut off, by line", async () => {
    await inFolder(async (folder) => {
      const file = join(folder, "trace.ndjson");
      writeFileSync(file, '{"schema":"interop-conformance/trace@1"');
      const { code, stderr } = await interop("replay", file);
      expect(code).toBe(2);
      expect(stderr).toContain(`Reading line 1 of "${file}"`);
      expectOneLine(stderr);
    });
  });

  it("a report that was cut off, by line", async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, "report.json"), '{\n  "schema": ');
      const { code, stderr } = await interop("diff", folder, folder);
      expect(code).toBe(2);
      expect(stderr).toContain("line 2 is not JSON");
      expectOneLine(stderr);
    });
  });
});

describe("where nothing can be written", () => {
  it.each([
    ["run", "--reference", "m2-channel/login", "--out"],
    ["demo", "--out"],
    ["init", "--language", "python"],
  ])("%s says so before it begins", async (...args) => {
    await inFolder(async (folder) => {
      const file = join(folder, "taken");
      writeFileSync(file, "");
      const { code, stdout, stderr } = await interop(...args, join(file, "report"));
      expect([code, stdout]).toEqual([4, ""]);
      expect(stderr).toContain("a file is in the way");
      expectOneLine(stderr);
    });
  });
});

describe("list and explain", () => {
  it("list as JSON what decides a verdict", async () => {
    const { code, stdout } = await interop("list", "m2-channel", "--json");
    expect(code).toBe(0);
    const rows = JSON.parse(stdout) as readonly Record<string, unknown>[];
    expect(rows.length).toBeGreaterThan(20);
    for (const row of rows) {
      expect(row).toMatchObject({
        id: expect.stringMatching(/^m2-channel\//),
        requirement: expect.stringMatching(/^M2-/),
        level: expect.stringMatching(/^(MUST|SHOULD|MAY)$/),
        grade: expect.stringMatching(/^(published|observed|inferred)$/),
      });
    }
  });

  it("list for people one check a line", async () => {
    const { stdout } = await interop("list", "m1-*/**");
    for (const line of stdout.trimEnd().split("\n"))
      expect(line).toMatch(/^m1-identity\/\S+ +M1-\d+ +(MUST|SHOULD|MAY) /);
  });

  it("explain a check with its rule, and a rule with its checks", async () => {
    const check = await interop("explain", "m2-channel/keep-alive", "--json");
    const explained = JSON.parse(check.stdout) as { readonly id: string };
    expect(explained).toMatchObject({ id: expect.any(String), checks: [{ id: "m2-channel/keep-alive" }] });
    const rule = await interop("explain", explained.id.toLowerCase());
    expect(rule.code).toBe(0);
    expect(rule.stdout).toContain("interop run m2-channel/keep-alive");
  });
});
