import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { checks, requirements } from "../suites/gen/catalogue.js";
import { fieldReports } from "../suites/gen/field-reports.js";
import { faults } from "../faults/index.js";
import { lawfulIds, mutantIds } from "../reference-provider/registry.js";
import { fieldReportsPage } from "../reports/requirements/field-reports.js";
import { requirementsPage } from "../reports/requirements/pages.js";
import { productSources, root } from "./sources.js";

describe("checks and requirements", () => {
  const rows = new Map(requirements.map((row) => [row.id, row]));

  test("name each other", () => {
    const onlyNamed = requirements.flatMap((row) =>
      row.checks.filter((id) => !checks.some((check) => check.id === id)),
    );
    const oneSided = checks.filter(({ id, requirement }) => rows.get(requirement)?.checks.includes(id) !== true);
    expect(onlyNamed).toEqual([]);
    expect(oneSided.map(({ id }) => id)).toEqual([]);
  });

  test("leave no requirement without a check or a reason", () => {
    const silent = requirements.filter(({ checks: ids, excluded }) => (ids.length === 0) === (excluded === undefined));
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  test("exclude by reasons that name checks that exist", () => {
    const known = new Set(checks.map(({ id }) => id));
    const named = requirements.flatMap(
      ({ excluded = "" }) => excluded.match(/\b(?:m[1-6]-[a-z]+|groups)(?:\/[a-z0-9-]+)+/g) ?? [],
    );
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });
});

describe("each check", () => {
  test("says what to change", () => {
    expect(checks.filter(({ hint }) => hint.length < 20).map(({ id }) => id)).toEqual([]);
  });

  test("fits on a screen", () => {
    const long = productSources().filter(
      ({ path, text }) => /^suites\/(?:m\d|groups)/.test(path) && text.split("\n").length > 80,
    );
    expect(long.map(({ path }) => path)).toEqual([]);
  });
});

describe("field reports", () => {
  const seen = fieldReports.filter(({ unseen }) => unseen === undefined);
  const byId = new Map(checks.map((check) => [check.id, check]));

  test("are many, each with checks and mutants, or with the reason why it cannot be seen", () => {
    expect(fieldReports.length).toBeGreaterThanOrEqual(120);
    const silent = seen.filter((report) => report.checks.length === 0 || report.mutants.length === 0);
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  test("name mutants that one of their checks kills, or lawful variants that one of them passes", () => {
    const wrong = seen.flatMap((report) =>
      report.mutants
        .filter((mutant) =>
          report.checks.every((id) => {
            const check = byId.get(id);
            return check === undefined || !(mutant in check.mutants || check.lawful.includes(mutant));
          }),
        )
        .map((mutant) => `${report.id}: ${mutant}`),
    );
    expect(wrong).toEqual([]);
  });

  test("name checks of which each has to do with one of their mutants", () => {
    const idle = seen.flatMap((report) =>
      report.checks
        .filter((id) => {
          const check = byId.get(id);
          return (
            check === undefined || !report.mutants.some((each) => each in check.mutants || check.lawful.includes(each))
          );
        })
        .map((id) => `${report.id}: ${id}`),
    );
    expect(idle).toEqual([]);
  });
});

describe("mutants and lawful variants", () => {
  test("every check names a mutant, and every mutant is named", () => {
    const named = new Set(checks.flatMap((check) => Object.keys(check.mutants)));
    expect(checks.filter((check) => Object.keys(check.mutants).length === 0).map((check) => check.id)).toEqual([]);
    expect([...named].filter((id) => !mutantIds.includes(id))).toEqual([]);
    expect(mutantIds.filter((id) => !named.has(id))).toEqual([]);
  });

  test("every lawful variant that a check names exists, or is a mutant that breaks what a provider only should do", () => {
    const named = new Set(checks.flatMap((check) => check.lawful));
    const optional = new Set(requirements.filter(({ level }) => level !== "MUST").map(({ id }) => id));
    const killers = (id: string) => checks.filter((check) => id in check.mutants);
    const isLawful = (id: string): boolean =>
      lawfulIds.includes(id) ||
      (killers(id).length > 0 && killers(id).every(({ requirement }) => optional.has(requirement)));
    expect([...named].filter((id) => !isLawful(id))).toEqual([]);
  });
});

describe("checks whose verdict rests on an upper bound of time say so:", () => {
  test("those that need the shortened times", () => {
    const silent = checks.filter(({ needs, timeBound }) => needs.includes("timing") && timeBound === undefined);
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  test("those that compare times of the trace", () => {
    const comparing = productSources()
      .filter(({ layer, text }) => layer === "suites" && /\bat\b (?:[-<>]|<=|>=) /.test(text))
      .map(({ path }) => path.replace(/^suites\//, "").replace(/\.ts$/, ""));
    const silent = checks.filter(({ id, timeBound }) => comparing.includes(id) && timeBound === undefined);
    expect(comparing).toContain("m2-channel/ping-late");
    expect(silent.map(({ id }) => id)).toEqual([]);
  });
});

/** For those who test a client at the endpoint: no rule that is known says what a provider does then. */
const forUsersOfTheEndpoint = [
  "certificate-empty",
  "chat-latency",
  "chat-bandwidth",
  "chat-loss",
  "media-latency",
  "media-bandwidth",
  "media-loss",
  "address-as-text",
  "request-unanswered",
];

test("each fault is used by a check or a scenario, or is described for users of the endpoint", () => {
  const text = productSources()
    .filter(({ layer }) => layer === "suites")
    .map((file) => file.text)
    .join("\n");
  const unused = Object.keys(faults).filter((id) => !text.includes(`"${id}"`));
  expect(unused.sort()).toEqual([...forUsersOfTheEndpoint].sort());
  const page = readFileSync(join(root, "docs", "mock-server.md"), "utf8");
  expect(unused.filter((id) => !page.includes(`\`${id}\``))).toEqual([]);
});

test.each([
  ["requirements.md", "requirements", requirementsPage(requirements, checks)],
  ["field-reports.md", "reports", fieldReportsPage(fieldReports)],
])("docs/%s is what the suites give: node scripts/generate-docs.js %s", (name, _, page) => {
  expect(readFileSync(join(root, "docs", name), "utf8") === page).toBe(true);
});
