import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { outsideProfile, requirementIndex } from "../harness/runner/judge.js";
import { planScenarios } from "../harness/checks/plan.js";
import { builtInProfile } from "../profiles/built-in.js";
import { type Reference, referenceShapes } from "../reports/compare/reference.js";
import { type Shape, shapesOf } from "../reports/compare/shape.js";
import { checks, requirements } from "../suites/index.js";
import { root } from "./sources.js";
import { referenceProvider, runAgainst } from "./support/run-in-process.js";

/** Pings come by the clock, and who closes a connection first is chance. */
const pings = /: (?:websocket|tcp) (?:opened|closed)$|<iq xmlns="w:p"|<iq type="result">$|<iq xmlns="urn:xmpp:ping"/;
const advice = "run npm run build:package";
const file = join(root, "dist/reports/compare/transcripts.json");
const reference = JSON.parse(readFileSync(file, "utf8")) as Reference;

test("every scenario of the usual profile has a stored transcript of the reference provider", () => {
  const { profile } = builtInProfile("whatsapp");
  const requirementOf = requirementIndex(requirements);
  const usual = checks.filter((check) => outsideProfile(check, requirementOf(check), profile) === undefined);
  const missing = planScenarios(usual).filter(({ scenario }) => referenceShapes(reference, scenario.id) === undefined);
  expect({ advice, missing: missing.map(({ scenario }) => scenario.id) }).toEqual({ advice, missing: [] });
});

test("the stored transcripts are those of today", async () => {
  const asked = checks.filter(({ id }) => /^m1-identity\/|^m2-channel\/login$|^m3-messaging\/text-/.test(id));
  const { entries } = await runAgainst(referenceProvider(), asked);
  // A machine too busy to connect in time stops an exchange early, which says nothing about the stored one.
  const stopped = new Set(
    entries.filter((entry) => entry.kind === "scenario" && entry.blocked !== undefined).map(({ scenario }) => scenario),
  );
  for (const { scenario } of planScenarios(asked).filter((planned) => !stopped.has(planned.scenario.id))) {
    // What happens at the same time may be recorded in either order, and how often a bundle is asked for depends on it.
    const kinds = (shapes: readonly Shape[]): readonly string[] =>
      [...new Set(shapes.map(({ who, what }) => `${who}: ${what}`).filter((line) => !pings.test(line)))].toSorted(
        (a, b) => (a < b ? -1 : 1),
      );
    const now = kinds(shapesOf(entries.filter((entry) => entry.scenario === scenario.id)));
    const stored = kinds(referenceShapes(reference, scenario.id) ?? []);
    // A busy machine may add a second attempt; what is stored has to occur all the same.
    expect({ scenario: scenario.id, advice, gone: stored.filter((line) => !now.includes(line)) }).toMatchObject({
      gone: [],
    });
    expect(now.filter((line) => !stored.includes(line)).length).toBeLessThan(4);
  }
});
