import type { Level, Requirement } from "../../harness/model/requirement.js";
import { html, join, type Markup, nothing } from "../html/markup.js";
import { filterBar, htmlPage } from "../html/page.js";
import { groupBy } from "../view/groups.js";
import type { Promises } from "../view/lookalikes.js";
import { milestoneOf, milestones } from "../view/milestones.js";
import { plural } from "../view/verdict-words.js";

interface ListedCheck extends Promises {
  readonly timeBound?: string | undefined;
}

/** docs/requirements.md: each rule with its checks, and each check with the mutants that it kills. */
export function requirementsPage(requirements: readonly Requirement[], checks: readonly ListedCheck[]): string {
  const byId = new Map(checks.map((check) => [check.id, check]));
  const parts = [...groupBy(requirements, ({ id }) => milestoneOf(id))].map(([id, rows]) => {
    const title = milestones.find((milestone) => milestone.id === id)?.title ?? "";
    return [`## ${id} ${title}`.trim(), "", ...rows.map((row) => section(row, byId))].join("\n");
  });
  return `${heading}\n${parts.join("\n")}`;
}

const heading = `# Requirements

Written by \`node scripts/generate-docs.js\` from [suites/requirements](../suites/requirements). A failed check of an *inferred* rule is at
most a warning. In brackets after each check: the mutants that it must kill. "In time" says what has to happen within a time for the check
to pass; on a busy machine such a check never fails.
`;

function section(row: Requirement, checks: ReadonlyMap<string, ListedCheck>): string {
  const items = row.checks.map((id) => {
    const mutants = Object.keys(checks.get(id)?.mutants ?? {}).map((mutant) => `\`${mutant}\``);
    const { timeBound } = checks.get(id) ?? {};
    const inTime = timeBound === undefined ? "" : `. In time: ${timeBound}`;
    return `- \`${id}\` (${mutants.join(", ")})${inTime}`;
  });
  const judged = row.excluded === undefined ? items : [`No check: ${row.excluded}.`.replace("..", ".")];
  const about = `${row.level}, ${row.grade} · ${row.source} · since ${row.since}`;
  return [`### ${row.id}`, "", row.sentence, "", about, "", ...judged, ""].join("\n");
}

/** What the page says of a check. */
export interface ExplainedCheck extends ListedCheck {
  readonly hint: string;
}

/** docs/requirements.html: the rules with filters, one file that looks like a report. */
export function requirementsBrowser(requirements: readonly Requirement[], checks: readonly ExplainedCheck[]): string {
  const byId = new Map(checks.map((check) => [check.id, check]));
  const judged = requirements.filter((row) => row.checks.length > 0).length;
  const bar = filterBar({
    label: "Which rules are shown",
    kinds: [
      { kind: "judged", words: "with checks", count: judged },
      { kind: "unjudged", words: "without", count: requirements.length - judged },
    ],
    choices: {
      milestone: requirements.map(({ id }) => milestoneOf(id)),
      level: requirements.map(({ level }) => level),
      grade: requirements.map(({ grade }) => grade),
    },
  });
  const sections = [...groupBy(requirements, ({ id }) => milestoneOf(id))].map(([id, rows]) => {
    const title = milestones.find((milestone) => milestone.id === id)?.title ?? "";
    return html`<section class="folder"><h3>${id} ${title}</h3>${rows.map((row) => item(row, byId))}</section>`;
  });
  return htmlPage({
    title: "Interop conformance: requirements",
    skip: { text: "Skip to the rules", to: "rules" },
    header: header(requirements, judged, checks.length),
    main: html`<section id="rules"><h2>Rules</h2>${bar}${join(sections)}</section>`,
  });
}

function header(requirements: readonly Requirement[], judged: number, checks: number): Markup {
  const levels: readonly Level[] = ["MUST", "SHOULD", "MAY"];
  const counts = levels.map((level) => {
    const count = requirements.filter((row) => row.level === level).length;
    return html`<li><strong>${count}</strong> ${level}</li>`;
  });
  return html`<header class="passed"><p class="kind">Messaging interoperability, Article 7 DMA</p><h1>Requirements</h1><p class="sentence">${plural(requirements.length, "rule")}, ${judged} of them judged by ${plural(checks, "check")}. A failed check of an inferred rule is at most a warning.</p><ul class="counts">${join(counts)}</ul></header>`;
}

function item(row: Requirement, checks: ReadonlyMap<string, ExplainedCheck>): Markup {
  const kind = row.checks.length > 0 ? "judged" : "unjudged";
  const judged = row.checks.map((id) => checkPart(id, checks.get(id)));
  const excluded = row.excluded === undefined ? nothing : html`<p>No check: ${row.excluded}</p>`;
  return html`<details class="check" id="${row.id}" data-verdict="${kind}" data-milestone="${milestoneOf(row.id)}" data-level="${row.level}" data-grade="${row.grade}"><summary><span class="pill">${row.level}</span> <code>${row.id}</code> <span class="req">${row.grade}</span><span class="says">${row.sentence}</span></summary><div class="body"><p class="founded">${row.source} · since ${row.since}</p>${excluded}${judged}<p><a href="#${row.id}">Link to this rule</a></p></div></details>
`;
}

function checkPart(id: string, check: ExplainedCheck | undefined): Markup {
  const mutants = Object.keys(check?.mutants ?? {}).map((mutant) => html` <code>${mutant}</code>`);
  const caught = mutants.length === 0 ? nothing : html`<dt>catches</dt><dd>${join(mutants)}</dd>`;
  const inTime = check?.timeBound === undefined ? nothing : html`<dt>in time</dt><dd>${check.timeBound}</dd>`;
  return html`<dl><dt>check</dt><dd><code>interop run ${id}</code></dd><dt>to pass it</dt><dd>${check?.hint ?? ""}</dd>${caught}${inTime}</dl>`;
}
