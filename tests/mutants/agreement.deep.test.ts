import { beforeAll, expect, test } from "@jest/globals";
import pMap from "p-map";
import { names, type ProviderVariant } from "../../harness/mutation/matrix.js";
import { mutantIds } from "../../reference-provider/registry.js";
import { checks } from "../../suites/index.js";
import { type Disagreement, disagreementsOf } from "../support/agreement.js";

/**
 * No check passes on evidence that one side of the exchange refused: a failed call of the driver, or a stanza, login or
 * enlistment that the server did not take. Shown over the traces of all mutants, in the scenarios of the checks that name them.
 */
const sideBySide = 5;

/** Refusals that a check may pass with, and why. */
const allowed: Readonly<Record<string, string>> = {};

const profile = "whatsapp";
const usual = checks.filter(
  ({ wire, engines, scenario }) =>
    wire !== "xml" && engines?.includes("x3dh-v3") !== false && scenario.slow === undefined && scenario.heavy !== true,
);

function inScenariosOf(id: string): typeof usual {
  const scenarios = new Set(usual.filter((check) => names(check, id)).map(({ scenario }) => scenario.id));
  return usual.filter(({ scenario }) => scenarios.has(scenario.id));
}

function key({ check, what }: Disagreement): string {
  return `${check}: ${what}`;
}

/** What faults and stimuli refuse also of what the conformant provider does. */
let usualRefusals: ReadonlySet<string>;

beforeAll(async () => {
  usualRefusals = new Set((await disagreementsOf(undefined, usual, profile)).map(key));
});

test("no check passes on evidence that the driver or the server refused", async () => {
  const mutants = mutantIds.filter((id) => inScenariosOf(id).length > 0);
  const found = await pMap(
    mutants,
    async (id) => {
      const variant: ProviderVariant = { kind: "mutant", id };
      const refusals = await disagreementsOf(variant, inScenariosOf(id), profile);
      return refusals
        .map(key)
        .filter((refusal) => !usualRefusals.has(refusal) && allowed[refusal] === undefined)
        .map((refusal) => `${id} at ${refusal}`);
    },
    { concurrency: sideBySide },
  );
  expect(found.flat()).toEqual([]);
});
