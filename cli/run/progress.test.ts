import { describe, expect, it } from "@jest/globals";
import { causeKey } from "../../reports/view/groups.js";
import { sampleResult } from "../../reports/testing/sample-run.js";
import { progressOn } from "./progress.js";

function play(live: boolean): string {
  let text = "";
  const progress = progressOn({ live, colour: false, width: 80, write: (part) => (text += part) });
  progress.on({ kind: "planned", checks: 2 * sampleResult.checks.length, scenarios: 3 });
  progress.on({ kind: "provider", name: "p", version: "1", capabilities: [] });
  progress.on({ kind: "scenario", id: "m2-channel/ping", index: 1, of: 3 });
  for (const result of sampleResult.checks) progress.on({ kind: "judged", result });
  progress.say("Stopping");
  progress.on({ kind: "stopped", cause: { code: "interrupted", message: "The run was interrupted" } });
  // Checks that the run did not reach; the summary lists them.
  for (const result of sampleResult.checks) progress.on({ kind: "judged", result });
  progress.close();
  return text;
}

describe("progressOn", () => {
  it("gives every verdict a line outside a terminal, and never rewrites", () => {
    const text = play(false);
    expect(text).not.toMatch(/\r|\u001b/);
    const causes = new Set(sampleResult.checks.flatMap(({ cause }) => cause && causeKey(cause)));
    const judged = sampleResult.checks.filter((result) => !isUnjudged(result)).length;
    // Each cause has a line where it comes first, and one that counts the others. The provider, its end and a word have one each.
    expect(text.trimEnd().split("\n")).toHaveLength(judged + 2 * [...causes].filter((key) => key !== null).length + 3);
  });

  it("prints a cause once, however many checks it stops", () => {
    let text = "";
    const progress = progressOn({ live: false, colour: false, width: 80, write: (part) => (text += part) });
    const [some] = sampleResult.checks.filter(isUnjudged);
    if (some === undefined) throw new Error("The sample has no check that could not run");
    const gone = { code: "driver-exited", message: "The provider ended by itself" };
    progress.on({ kind: "judged", result: { ...some, cause: gone } });
    progress.on({ kind: "judged", result: { ...some, cause: gone } });
    const silent = { code: "driver-timeout", message: "The provider does not answer" };
    progress.on({ kind: "stopped", cause: silent });
    for (const result of [some, some]) progress.on({ kind: "judged", result: { ...result, cause: silent } });
    expect(text.trimEnd().split("\n")).toHaveLength(2);
  });

  it("leaves only what did not pass on a terminal, and no status line", () => {
    const shown = play(true)
      .split("\n")
      .map((line) => line.slice(line.lastIndexOf("\u001b[K") + 3));
    expect(shown.filter((line) => /^(pass|not applicable|could not run)/.test(line))).toEqual([]);
    expect(shown.filter((line) => /^(fail|warn|unstable)/.test(line))).toHaveLength(4);
    expect(shown.at(-1)).toBe("");
  });

  it("shows how far it is", () => {
    expect(play(true)).toContain(" 18/18  6 failed  m2-channel/ping");
  });
});

function isUnjudged({ verdict }: { readonly verdict: string }): boolean {
  return verdict === "could-not-run" || verdict === "not-applicable";
}
