import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { exceededLimit } from "../../core/json.js";
import { hostile, inFolder, interop, isGone, spawnInterop } from "../support/interop.js";

const few = ["m1-identity/key-form"];

describe("a driver that answers with", () => {
  it.each([
    ["180 MB of empty objects", "floods", "it has more than 500000 values"],
    ["a million levels", "nests", "it nests deeper than 64 levels"],
    ["the id of another request", "answers-others", "found the id 8, wanted 1"],
    ["an id of another type", "answers-as-text", 'found the id "1", wanted 1'],
  ])("%s ends the run, with that reason", async (_, behaviour, reason) => {
    await inFolder(async (folder) => {
      const provider = hostile(behaviour);
      const { code, stdout } = await interop(
        "run",
        ...few,
        "--provider",
        provider,
        "--out",
        folder,
        "--timeout",
        "60000",
      );
      expect(code).toBe(4);
      expect(stdout.replaceAll(/\s+/g, " ")).toContain(reason);
    });
  });

  it("members that the protocol does not know leaves no trace of them", async () => {
    await inFolder(async (folder) => {
      await interop("run", ...few, "--provider", hostile("adds"), "--out", folder);
      const trace = readFileSync(join(folder, "trace.ndjson"), "utf8");
      expect(trace).toContain('"method":"provider.describe"');
      expect(trace).not.toContain("BALLAST");
    });
  });
});

it("SIGTERM ends a run whose provider does not answer", async () => {
  await inFolder(async (folder) => {
    const pidFile = join(folder, "pid");
    const args = ["run", ...few, "--provider", hostile("outlives-stdin", pidFile), "--out", join(folder, "report")];
    const { child, finished, says } = spawnInterop([...args, "--timeout", "600000"]);
    await says("declares text");
    child.kill("SIGTERM");
    // Long before the call times out; how long it takes is the machine's affair.
    expect((await finished).code).toBe(143);
    expect(await isGone(Number(readFileSync(pidFile, "utf8")))).toBe(true);
  });
});

describe("the limits of a text of JSON", () => {
  const limits = { nodes: 5, depth: 2 };

  it.each([
    ["[1,2,3]", undefined],
    ["[1,2,3,4,5]", "nodes"],
    ["[[]]", undefined],
    ["[[[]]]", "depth"],
    ['{"a":"[[[{,,,,,:"}', undefined],
    [String.raw`["\"[[[,,,,,", "\\"]`, undefined],
    [String.raw`["\\",[[1]]]`, "depth"],
    ['["unfinished [[[,,,,,', undefined],
    ["", undefined],
  ])("%s", (text, exceeded) => expect(exceededLimit(text, limits)).toBe(exceeded));
});
