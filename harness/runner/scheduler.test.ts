import { expect, it } from "@jest/globals";
import { check, scenario } from "../checks/check.js";
import type { PlannedScenario } from "../checks/plan.js";
import { schedulerFor } from "./scheduler.js";

const idle = async (): Promise<void> => undefined;

/** A scenario with an id in capitals is heavy; one whose id begins with "t" measures time. */
function planned(id: string): PlannedScenario {
  const driven = scenario(
    id,
    id.startsWith("t") ? ["timing"] : [],
    idle,
    id === id.toUpperCase() ? { heavy: true } : {},
  );
  const judged = check(id, {
    requirement: "T-1",
    scenario: driven,
    reached: (trace) => trace.of("clock"),
    judge: () => undefined,
    hint: "",
    mutants: {},
  });
  return { scenario: driven, checks: [judged] };
}

/** Asks for the next scenario of a worker: its id, and its number in the order of starting. */
function schedule(
  workers: number,
  ...ids: readonly string[]
): (worker: number) => readonly [string, number] | undefined {
  const scheduler = schedulerFor(ids.map(planned), workers);
  return (worker) => {
    const next = scheduler.next(worker);
    return next && [next.planned.scenario.id, next.index];
  };
}

it("gives a single worker the scenarios in their order", () => {
  const next = schedule(1, "a", "t1", "b");
  expect([next(0), next(0), next(0), next(0)]).toEqual([["a", 1], ["t1", 2], ["b", 3], undefined]);
});

it("gives each scenario to one worker only; every second worker takes from the end", () => {
  const next = schedule(3, "a", "b", "c", "d");
  expect([next(0), next(1), next(2), next(0), next(1)]).toEqual([["a", 1], ["d", 2], ["b", 3], ["c", 4], undefined]);
});

it("starts heavy scenarios first when nothing measures time", () => {
  const next = schedule(2, "a", "B", "c", "D");
  expect([next(0), next(0), next(1), next(0)]).toEqual([
    ["B", 1],
    ["D", 2],
    ["c", 3],
    ["a", 4],
  ]);
});

it("starts scenarios that measure time first, and heavy ones when these are over in every worker", () => {
  const next = schedule(2, "a", "b", "t1", "B", "c");
  const [first, second] = [next(0), next(1)];
  expect([first, second, next(1)]).toEqual([
    ["t1", 1],
    ["c", 2],
    ["b", 3],
  ]);
  expect([next(0), next(1), next(0)]).toEqual([["B", 4], ["a", 5], undefined]);
});

it("keeps heavy scenarios for the end while time is measured", () => {
  const next = schedule(2, "t1", "B");
  expect([next(0), next(1), next(0)]).toEqual([["t1", 1], ["B", 2], undefined]);
});
