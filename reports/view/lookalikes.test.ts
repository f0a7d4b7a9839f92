import { describe, expect, it } from "@jest/globals";
import { sampleResult } from "../testing/sample-run.js";
import { lookalikes } from "./lookalikes.js";

const promises = [
  { id: "m2-channel/keep-alive", mutants: { "never-pings": "ping interval", "slow-pings": "ping interval" } },
  { id: "m2-channel/ping-form", mutants: { "never-pings": "ping interval", other: "ping id" } },
  { id: "m1-identity/key-form", mutants: { "slow-pings": "key" } },
];
const of = (ids: readonly string[]): typeof sampleResult => ({
  ...sampleResult,
  checks: sampleResult.checks.filter(({ id }) => ids.includes(id)),
});

describe("lookalikes", () => {
  it("name the mutants whose promised failures are the same or close, best first", () => {
    const run = of(["m2-channel/keep-alive", "m2-channel/ping-form", "m1-identity/key-form"]);
    expect(lookalikes(run, promises)).toEqual([
      { mutant: "never-pings", likeness: 1, checks: ["m2-channel/keep-alive", "m2-channel/ping-form"] },
    ]);
  });

  it("leave checks aside that were not run, and say nothing of a run without failures", () => {
    expect(lookalikes(of(["m2-channel/keep-alive"]), promises).map(({ mutant }) => mutant)).toEqual([
      "never-pings",
      "slow-pings",
    ]);
    expect(lookalikes(of(["m1-identity/key-form"]), promises)).toEqual([]);
  });
});
