import { expect, it } from "@jest/globals";
import { scenario } from "../model/check.js";
import { agendaOf } from "./agenda.js";

const idle = async (): Promise<void> => undefined;

/** Ids in capitals are those of heavy exchanges. */
function agenda(...ids: readonly string[]): (lane: number) => readonly [string, number] | undefined {
  const weight = (id: string): { heavy?: true } => (id === id.toUpperCase() ? { heavy: true } : {});
  const whole = agendaOf(ids.map((id) => ({ scenario: scenario(id, [], idle, weight(id)), checks: [] })));
  return (lane) => {
    const next = whole.next(lane);
    return next && [next.step.scenario.id, next.index];
  };
}

it("hands exchanges to one lane in their order", () => {
  const next = agenda("a", "b");
  expect([next(0), next(0), next(0)]).toEqual([["a", 1], ["b", 2], undefined]);
});

it("hands each exchange to one lane only, every other lane taking from the end", () => {
  const next = agenda("a", "b", "c", "d");
  expect([next(0), next(1), next(2), next(0), next(1)]).toEqual([["a", 1], ["d", 2], ["b", 3], ["c", 4], undefined]);
});

it("leaves heavy exchanges for the end", () => {
  const next = agenda("a", "B", "c", "D");
  expect([next(0), next(0), next(1), next(0)]).toEqual([
    ["a", 1],
    ["c", 2],
    ["B", 3],
    ["D", 4],
  ]);
});
