import type { FieldReport } from "../../harness/model/requirement.js";
import { groupBy } from "../view/groups.js";
import { plural } from "../view/verdict-words.js";

/** docs/field-reports.md: each public report with the checks that catch the same fault in a provider, by area. */
export function fieldReportsPage(reports: readonly FieldReport[]): string {
  const unseen = reports.filter((report) => report.unseen !== undefined).length;
  const parts = [...groupBy(reports, ({ area }) => area)].map(([area, of]) =>
    [`## ${area.charAt(0).toUpperCase()}${area.slice(1)}`, "", ...of.map(section)].join("\n"),
  );
  return `${heading}
${plural(reports.length, "report")}, ${reports.length - unseen} of them with checks. ${unseen} cannot be seen from outside.

${parts.join("\n")}`;
}

const heading = `# Seen in the wild

Written by \`node scripts/generate-docs.js\` from [suites/field-reports.yaml](../suites/field-reports.yaml): faults that users and authors of real
implementations reported in public, in our own words, and what catches the same fault in a provider. A mutant has the fault, and the checks kill
it. A lawful variant behaves in an unusual way that is allowed, and the checks pass it. If you know a fault that is missing here, open an issue.
`;

function section({ id, source, fault, provider, checks, mutants, unseen }: FieldReport): string {
  const code = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(", ");
  const caught =
    unseen === undefined
      ? `Caught by ${code(checks)}, shown with ${code(mutants)}.`
      : `Not visible from outside: ${unseen}${unseen.endsWith(".") ? "" : "."}`;
  return [`### ${id}`, "", `${source}: ${fault}`, "", `Here: ${provider}`, "", caught, ""].join("\n");
}
