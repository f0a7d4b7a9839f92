import { expect, it } from "@jest/globals";
import { check, scenario } from "../checks/check.js";
import { agendaOf } from "./agenda.js";
import type { PlannedScenario } from "../checks/plan.js";

const idle = async (): Promise<void> => undefined;

/** Ids in capitals are those of heavy exchanges; those that begin with "t" measure time. */
function stepOf(id: string): PlannedScenario {
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

function agenda(lanes: number, ...ids: readonly string[]): (lane: number) => readonly [string, number] | undefined {
  const whole = agendaOf(ids.map(stepOf), lanes);
  return (lane) => {
    const next = whole.next(lane);
    return next && [next.scenario.scenario.id, next.index];
  };
}

it("hands exchanges to a single lane in their order", () => {
  const next = agenda(1, "a", "t1", "b");
  expect([next(0), next(0), next(0), next(0)]).toEqual([["a", 1], ["t1", 2], ["b", 3], undefined]);
});

it("hands each exchange to one lane only, every other lane taking from the end", () => {
  const next = agenda(3, "a", "b", "c", "d");
  expect([next(0), next(1), next(2), next(0), next(1)]).toEqual([["a", 1], ["d", 2], ["b", 3], ["c", 4], undefined]);
});

it("begins heavy exchanges first, when nothing measures time", () => {
  const next = agenda(2, "a", "B", "c", "D");
  expect([next(0), next(0), next(1), next(0)]).toEqual([
    ["B", 1],
    ["D", 2],
    ["c", 3],
    ["a", 4],
  ]);
});

it("lets those that measure time go first, and heavy ones when they are over in every lane", () => {
  const next = agenda(2, "a", "b", "t1", "B", "c");
  const [first, second] = [next(0), next(1)];
  expect([first, second, next(1)]).toEqual([
    ["t1", 1],
    ["c", 2],
    ["b", 3],
  ]);
  expect([next(0), next(1), next(0)]).toEqual([["B", 4], ["a", 5], undefined]);
});

it("leaves heavy exchanges for the end while time is measured", () => {
  const next = agenda(2, "t1", "B");
  expect([next(0), next(1), next(0)]).toEqual([["t1", 1], ["B", 2], undefined]);
});
