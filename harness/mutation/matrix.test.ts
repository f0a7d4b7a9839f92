import { describe, expect, test } from "@jest/globals";
import { type Check, check } from "../checks/check.js";
import { corrected, judgesOf, type MatrixRow, survivors } from "./matrix.js";
import { type Differs, ReachRecorder, unlimitedReach } from "./reach.js";

function checkOf(
  id: string,
  over: Partial<Pick<Check, "mutants" | "lawful" | "needs">> & { readonly heavy?: true } = {},
): Check {
  const judged = check(id, {
    requirement: "T-1",
    drive: async () => undefined,
    reached: (trace) => trace.of("clock"),
    judge: () => undefined,
    hint: "",
    mutants: over.mutants ?? {},
    lawful: over.lawful ?? [],
  });
  const { heavy } = over;
  return { ...judged, needs: over.needs ?? [], scenario: { ...judged.scenario, ...(heavy && { heavy }) } };
}

const row: MatrixRow = {
  kind: "mutant",
  id: "m",
  ms: 5,
  checks: 3,
  deaths: [
    { check: "t/a", verdict: "fail", reasons: ["x"] },
    { check: "t/b", verdict: "fail", reasons: ["y"] },
  ],
  surprises: [{ specimen: "m", check: "t/b", wanted: "no failure", found: "fail: y" }],
  looks: 1,
};

/** A variation that answers these seams otherwise, whatever they are asked. */
function other(...seams: readonly string[]): ReadonlyMap<string, Differs> {
  return new Map(seams.map((seam) => [seam, () => true]));
}

describe("judgesOf", () => {
  const checks = [
    checkOf("t/named", { mutants: { m: "x" } }),
    checkOf("t/asks"),
    checkOf("t/other"),
    checkOf("t/slow", { needs: ["timing"] }),
    checkOf("t/heavy", { heavy: true }),
  ];
  const reach = new ReachRecorder();
  for (const [scenario, seam] of [
    ["t/named", "a.b"],
    ["t/asks", "a.c"],
    ["t/other", "a.d"],
    ["t/slow", "a.c"],
    ["t/heavy", "a.c"],
  ] as const) {
    // Which provider drove it makes no difference.
    const lane = reach.lane();
    lane.enter(scenario);
    lane.asked(seam);
  }
  const ids = (kind: "mutant" | "lawful", seams: readonly string[], id = "m") =>
    judgesOf({ kind, id, seams: other(...seams) }, checks, reach).map((judge) => judge.id);

  test("leaves out exchanges that ask nothing that differs, but never those that name the mutant", () => {
    expect(ids("mutant", ["a.c"])).toEqual(["t/named", "t/asks"]);
    expect(ids("mutant", ["a.x"])).toEqual(["t/named"]);
  });

  test("lets a lawful variant meet checks of real time too, and heavy ones where they name it", () => {
    expect(ids("lawful", ["a.c"], "l")).toEqual(["t/asks", "t/slow"]);
  });

  test("keeps everything when a seam is asked before the first exchange, or the exchange was not watched", () => {
    const early = new ReachRecorder();
    const lane = early.lane();
    lane.asked("a.c");
    lane.enter("t/other");
    const found = judgesOf({ kind: "mutant", id: "m", seams: other("a.c") }, checks, early);
    expect(found.map(({ id }) => id)).toEqual(["t/named", "t/asks", "t/other"]);
    expect(judgesOf({ kind: "mutant", id: "m", seams: other() }, checks, unlimitedReach)).toHaveLength(3);
  });

  test("a mutant meets some of many exchanges, all of them when asked to, and its own in any case", () => {
    const many = [checks[0] ?? checkOf("t/named"), ...Array.from({ length: 90 }, (_, at) => checkOf(`t/${at}`))];
    const specimen = { kind: "mutant", id: "m", seams: other("a.b") } as const;
    const some = judgesOf(specimen, many, unlimitedReach);
    expect(some).toHaveLength(19);
    expect(some).toContain(many[0]);
    expect(judgesOf(specimen, many, unlimitedReach, true)).toEqual(many);
    expect(judgesOf({ ...specimen, kind: "lawful" }, many, unlimitedReach)).toEqual(many);
  });
});

describe("corrected", () => {
  test("takes the further word of the checks that were asked again, and keeps the rest", () => {
    const again: MatrixRow = { ...row, ms: 2, checks: 1, deaths: [], surprises: [] };
    expect(corrected(row, ["t/b"], again)).toMatchObject({
      ms: 7,
      looks: 2,
      checks: 3,
      deaths: [{ check: "t/a" }],
      surprises: [],
    });
    expect(corrected(row, ["t/b"], { ...again, surprises: row.surprises }).surprises).toEqual(row.surprises);
  });
});

test("only mutants can survive", () => {
  expect(survivors([row, { ...row, id: "n", deaths: [] }, { ...row, kind: "lawful", id: "l", deaths: [] }])).toEqual([
    "n",
  ]);
});
