import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { profileDigest } from "../profiles/resolve.js";
import { chainOf, traceEndSchema } from "../reports/trace/render.js";
import { folderForAll, inFolder, interop } from "./support/interop.js";

const all = folderForAll();
const honest = join(all.path, "honest");

type Fields = { [name: string]: unknown };
interface Forgery {
  /** Changes what the run says of itself, in report and trace alike. */
  readonly run?: (run: Fields) => void;
  readonly header?: (header: Fields) => void;
  readonly lines?: (lines: readonly string[]) => readonly string[];
}

beforeAll(async () => {
  await interop("run", "--reference", "m1-identity/key-form", "m1-identity/token-rotation", "--out", honest);
});
afterAll(all.remove);

/** Edits a copy of an honest report as a careful forger does: the digest of the trace is computed again. */
async function forged(forgery: Forgery, command: "verify" | "replay" = "verify") {
  return inFolder(async (folder) => {
    cpSync(honest, folder, { recursive: true });
    const [file, report] = [join(folder, "trace.ndjson"), join(folder, "report.json")];
    const [first = "", ...rest] = readFileSync(file, "utf8").trimEnd().split("\n").slice(0, -1);
    const header = JSON.parse(first) as Fields & { run: Fields };
    const result = JSON.parse(readFileSync(report, "utf8")) as { run: Fields };
    forgery.run?.(header.run);
    forgery.run?.(result.run);
    forgery.header?.(header);
    const lines = [JSON.stringify(header), ...(forgery.lines?.(rest) ?? rest)];
    const end = { schema: traceEndSchema, entries: lines.length - 1, chain: chainOf(lines) };
    writeFileSync(file, `${[...lines, JSON.stringify(end)].join("\n")}\n`);
    writeFileSync(report, `${JSON.stringify(result, undefined, 2)}\n`);
    const outcome = command === "replay" ? await interop("replay", file) : await interop("verify", folder, "--partial");
    return { ...outcome, stdout: outcome.stdout.replaceAll(/\s+/g, " ") };
  });
}

test("an honest report stays honest when its digest is computed again", async () => {
  expect(await forged({})).toMatchObject({ code: 0, stderr: "" });
});

const profileOf = (holder: Fields): Fields => holder["profile"] as Fields;
const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;

test.each<[string, Forgery, string]>([
  [
    "another version of the harness is stated, so that pages are not compared",
    { run: (run) => void (run["harness"] = "0.0.9") },
    "[other-version]",
  ],
  [
    "the profile has another digest",
    { run: (run) => void (profileOf(run)["sha256"] = "0".repeat(64)) },
    "[profile-edited]",
  ],
  [
    "no capability is mandatory any more",
    { header: (header) => void (profileOf(header)["mandatoryCapabilities"] = []) },
    "[profile-edited]",
  ],
  ["the profile is empty", { header: (header) => void (header["profile"] = {}) }, "[profile-edited]"],
  [
    "the provider has fewer capabilities than it described",
    { run: (run) => void ((run["provider"] as Fields)["capabilities"] = []) },
    "[provider-edited]",
  ],
  [
    "the answer to provider.describe is left out",
    { lines: (lines) => lines.filter((line) => !line.includes('"method":"provider.describe"')) },
    "[provider-edited]",
  ],
  ["the run is empty", { header: (header) => void (header["run"] = {}) }, "[trace-malformed]"],
  [
    "an entry nests deeper than any stack",
    {
      lines: (lines) => [...lines, `{"kind":"event","by":"provider","seq":9e9,"at":1,"scenario":"x","event":${deep}}`],
    },
    "[trace-malformed]",
  ],
  [
    "requests have none of their members",
    {
      lines: (lines) =>
        lines.map((line) => {
          const { kind, by, seq, at, scenario } = JSON.parse(line) as Fields;
          return kind === "http" ? JSON.stringify({ kind, by, seq, at, scenario }) : line;
        }),
    },
    "[trace-malformed]",
  ],
])("verify refuses a report in which %s", async (_, forgery, doubt) => {
  expect(await forged(forgery)).toMatchObject({ code: 1, stderr: "", stdout: expect.stringContaining(doubt) });
});

describe("a profile of one's own", () => {
  test("may not carry the name of a bundled one with other values", async () => {
    const trace = readFileSync(join(honest, "trace.ndjson"), "utf8");
    const { profile } = JSON.parse(trace.slice(0, trace.indexOf("\n"))) as { profile: Fields };
    const emptied = { ...profile, mandatoryCapabilities: [] };
    const sha256 = profileDigest(emptied);
    const { code, stdout } = await forged({
      run: (run) => void (profileOf(run)["sha256"] = sha256),
      header: (header) => void (header["profile"] = emptied),
    });
    expect([code, stdout]).toEqual([1, expect.stringContaining("has the name of the bundled profile whatsapp")]);
  });
});

test("replay says that a trace cannot be judged, in one line", async () => {
  const { code, stderr } = await forged({ header: (header) => void (header["profile"] = {}) }, "replay");
  expect([code, stderr]).toEqual([
    2,
    expect.stringMatching(/^interop: Judging .*trace\.ndjson.*every harness records.*\n$/),
  ]);
});
