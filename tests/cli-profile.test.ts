import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "@jest/globals";
import { selectChecks } from "../harness/checks/plan.js";
import { readReport } from "../harness/model/report-schema.js";
import { builtInProfile } from "../profiles/built-in.js";
import { valuesOf } from "../profiles/values.js";
import { checks } from "../suites/index.js";
import { restsOn } from "../suites/rests-on.js";
import { productSources } from "./sources.js";
import { inFolder, interop } from "./support/interop.js";

interface Shown {
  readonly values: readonly {
    readonly path: string;
    readonly grade: string;
    readonly restsOn?: { readonly requirements: readonly string[]; readonly checks: readonly string[] };
  }[];
}

const own = `{
  "name": "ours",
  "extends": "whatsapp-lid",
  "keys": { "lowWater": 9 },
  "mailbox": { "retentionDays": { "value": 30, "grade": "published", "source": "Our copy" } }
}`;

const bad = `{
  "name": "ours",
  "extends": "messenger",
  "channel": {
    "keepAlivMs": 3,
    "wire": "json"
  }
}`;

function written(folder: string, text: string): string {
  const file = join(folder, "ours.json");
  writeFileSync(file, text);
  return file;
}

test("what rests on each value is known, and names checks that exist", () => {
  const paths = valuesOf(builtInProfile("whatsapp")).map(({ path }) => path);
  expect(Object.keys(restsOn).sort()).toEqual([...paths].sort());
  for (const [path, { selectors, note }] of Object.entries(restsOn)) {
    if (selectors.length === 0) expect([path, note]).toEqual([path, expect.any(String)]);
    else expect(selectChecks(checks, selectors).length).toBeGreaterThanOrEqual(selectors.length);
  }
});

test("no value of a profile is unread: some file names it beside the part of the profile that it belongs to", () => {
  const readers = productSources().filter(
    ({ path, layer }) => layer !== "profiles" && layer !== "reference-provider" && path !== "suites/rests-on.ts",
  );
  const isRead = (path: string): boolean => {
    // A part is handed over under any name, but its type names it; so the last two names stand in one file.
    const words = path
      .split(".")
      .slice(-2)
      .map((name) => new RegExp(`\\b${name}(?:Profile)?\\b`, "i"));
    return readers.some(({ text }) => words.every((word) => word.test(text)));
  };
  // The times of real clients are facts for readers of the profile; the harness hands over shorter ones.
  const isForReaders = (path: string): boolean =>
    restsOn[path]?.note?.startsWith("Runs use the shortened times") ?? false;
  const paths = valuesOf(builtInProfile("whatsapp")).map(({ path }) => path);
  expect(paths.filter((path) => !isRead(path) && !isForReaders(path))).toEqual([]);
  expect(isRead("channel.unknownValue")).toBe(false);
});

describe("profile", () => {
  it("shows every value with its grade and source", async () => {
    const { code, stdout, stderr } = await interop("profile", "whatsapp-lid");
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain('stanza.whatsappServer = "lid"\n  inferred: ');
    expect(stdout).toContain("keySet.cacheSeconds = ");
  });

  it("lists with --assumed what is not published, and what rests on it", async () => {
    const { stdout } = await interop("profile", "messenger", "--assumed");
    expect(stdout).toContain("mailbox.retentionDays = 30\n  inferred: Not published for Messenger");
    expect(stdout).toContain("rests on it: M3-88 (m3-messaging/long-absence)");
    expect(stdout).not.toContain("token.minimumRsaBits");
    const { values } = JSON.parse((await interop("profile", "messenger", "--assumed", "--json")).stdout) as Shown;
    expect(values.length).toBeGreaterThan(90);
    expect(values.every(({ grade, restsOn: rest }) => grade !== "published" && rest !== undefined)).toBe(true);
    expect(values.find(({ path }) => path === "keys.lowWater")?.restsOn).toEqual({
      requirements: ["M2-68", "M2-37"],
      checks: ["m2-channel/key-refill-once", "m2-channel/key-refill"],
    });
  });

  it("check says what a file changes and what it confirms", async () => {
    await inFolder(async (folder) => {
      const file = written(folder, own);
      const { code, stdout } = await interop("profile", "check", file);
      expect(code).toBe(0);
      expect(stdout).toContain("Profile ours 1.0.3 is valid. Below it: whatsapp-lid.");
      expect(stdout).toContain("Changed (1)\n  line 4: keys.lowWater = 9, was 5 [pinned]");
      expect(stdout).toContain("the same as below (1)\n  line 5: mailbox.retentionDays = 30 [published]");
      const json = JSON.parse((await interop("profile", "check", file, "--json")).stdout) as object;
      expect(json).toMatchObject({ base: "whatsapp-lid", changed: [{ path: "keys.lowWater", base: 5, value: 9 }] });
    });
  });

  it("check names each bad field with its line, and ends with 2", async () => {
    await inFolder(async (folder) => {
      const file = written(folder, bad);
      const { code, stdout } = await interop("profile", "check", file);
      expect(code).toBe(2);
      expect(stdout).toContain('  line 5: unknown field "channel.keepAlivMs"; did you mean "keepAliveMs"?');
      expect(stdout).toContain('  line 6: "channel.wire" is "json", wanted is one of: "binary", "xml"');
      const json = JSON.parse((await interop("profile", "check", file, "--json")).stdout) as object;
      expect(json).toMatchObject({ problems: [{ line: 5 }, { line: 6 }] });
    });
  });

  it("run refuses the name of a bundled profile with other values", async () => {
    await inFolder(async (folder) => {
      const file = written(folder, own.replace("ours", "whatsapp"));
      const { code, stderr } = await interop("run", "--reference", "--profile", file, "--out", join(folder, "report"));
      expect([code, stderr]).toEqual([2, expect.stringContaining('line 2: "name" is "whatsapp"')]);
      expect(stderr).toContain('write a name of your own, for example "name": "whatsapp-ours"');
    });
  });

  it("check says of an absent file that it is not there", async () => {
    const { code, stderr } = await interop("profile", "check", "not-there.json");
    expect([code, stderr]).toEqual([2, expect.stringContaining("neither a file nor a built-in profile")]);
  });
});

test("a report says which values are the user's own", async () => {
  await inFolder(async (folder) => {
    const out = join(folder, "report");
    const file = written(folder, own);
    const { code, stdout } = await interop(
      "run",
      "m1-identity/key-form",
      "--reference",
      "--profile",
      file,
      "--out",
      out,
    );
    expect(code).toBe(0);
    expect(stdout.replaceAll("\n", " ")).toContain(
      "2 values of the profile are your own: keys.lowWater 9 (whatsapp-lid: 5); mailbox.retentionDays 30 (as whatsapp-lid).",
    );
    const modified = "Modified profile: 1 value changed.";
    expect(stdout).toContain(modified);
    const reading = readReport(JSON.parse(readFileSync(join(out, "report.json"), "utf8")));
    expect(reading.ok && reading.result.run.profile.own).toMatchObject({
      base: "whatsapp-lid",
      values: [
        { path: "keys.lowWater", value: 9, base: 5, grade: "pinned" },
        { path: "mailbox.retentionDays", value: 30, base: 30, grade: "published", source: "Our copy" },
      ],
    });
    const html = readFileSync(join(out, "report.html"), "utf8");
    expect(html).toContain("<h3>Values that are your own</h3>");
    expect(html).toContain("<code>keys.lowWater</code></th><td>9</td><td>5</td><td>pinned</td>");
    expect(html).toContain(`<p class="modified">${modified}</p>`);
    const summary = readFileSync(join(out, "summary.md"), "utf8");
    expect(summary).toContain("2 values of the profile are your own");
    expect(summary).toContain(modified);
    expect(readFileSync(join(out, "badge.svg"), "utf8")).toContain("passed 1/1, modified profile: 1 value changed");
    // A bundled profile has none.
    await interop("run", "--reference", "m1-identity/key-form", "--out", out);
    expect(readFileSync(join(out, "report.html"), "utf8")).not.toContain("Values that are your own");
  });
});
