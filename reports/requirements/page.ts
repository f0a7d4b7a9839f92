import type { Requirement } from "../../harness/model/requirement.js";
import { groupBy } from "../view/group-by.js";
import { milestoneOf, milestones } from "../view/milestones.js";
import type { Promises } from "../view/lookalikes.js";

/** docs/requirements.md: each rule with its checks, and each check with the broken providers that it catches. */
export function requirementsPage(requirements: readonly Requirement[], checks: readonly Promises[]): string {
  const byId = new Map(checks.map((check) => [check.id, check]));
  const parts = [...groupBy(requirements, ({ id }) => milestoneOf(id))].map(([id, rows]) => {
    const title = milestones.find((milestone) => milestone.id === id)?.title ?? "";
    return [`## ${id} ${title}`.trim(), "", ...rows.map((row) => section(row, byId))].join("\n");
  });
  return `${heading}\n${parts.join("\n")}`;
}

const heading = `# Requirements

Written by \`node scripts/generate-requirements.js\` from [suites/requirements](../suites/requirements). A failed check of an *inferred* rule is at
most a warning. After each check, in brackets, the deliberately broken providers that must fail it.
`;

function section(row: Requirement, checks: ReadonlyMap<string, Promises>): string {
  const items = row.checks.map((id) => {
    const mutants = Object.keys(checks.get(id)?.mutants ?? {}).map((mutant) => `\`${mutant}\``);
    return `- \`${id}\` (${mutants.join(", ")})`;
  });
  const judged = row.excluded === undefined ? items : [`No check: ${row.excluded}.`.replace("..", ".")];
  const about = `${row.level}, ${row.grade} · ${row.source} · since ${row.since}`;
  return [`### ${row.id}`, "", row.sentence, "", about, "", ...judged, ""].join("\n");
}
