import { providerLabel } from "../view/run-words.js";
import type { CheckResult } from "../../harness/model/result.js";
import type { ReportInput } from "../report-input.js";
import { groupBy } from "../view/groups.js";
import { folderOf, milestoneOf } from "../view/milestones.js";
import { nextStep } from "../view/next-step.js";
import { readinessOf } from "../view/readiness.js";
import { countsOf, duration, outcomeWords, verdictWords } from "../view/verdict-words.js";
import { checkItem } from "./check.js";
import { filterBar, htmlPage } from "./page.js";
import { html, join, type Markup, nothing } from "./markup.js";
import { readinessSection, statementSection } from "./readiness.js";
import { transcripts } from "./transcript.js";

/** `report.html`: readiness on top, then each check, then the transcripts of the scenarios. */
export function renderHtml(input: ReportInput): string {
  const { result } = input;
  return htmlPage({
    title: `Interop conformance: ${outcomeWords[result.summary.outcome]}`,
    skip: { text: "Skip to the checks", to: "checks" },
    header: header(input),
    main: html`${readinessSection(readinessOf(result, input.requirements), input)}
${statementSection(result.statement)}
${checks(input)}
${transcripts(input)}`,
  });
}

function header({ result, requirements }: ReportInput): Markup {
  const { run, summary } = result;
  const counts = countsOf(summary).map(
    ({ verdict, count }) =>
      html`<li class="${count === 0 ? "zero" : verdict}"><strong>${count}</strong> ${verdictWords[verdict]}</li>`,
  );
  const facts: readonly (readonly [string, string])[] = [
    ["Provider", providerLabel(run)],
    ["Declares", run.provider.capabilities.join(", ") || "nothing"],
    ["Profile", `${run.profile.name} ${run.profile.version} (${run.profile.sha256.slice(0, 12)})`],
    ["Run", `${run.id}, ${run.startedAt}, ${duration(run.durationMs)}`],
    ["Seed", run.seed],
    ["Harness", run.harness],
  ];
  const next = nextStep(result, requirements);
  const rows = facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`);
  return html`<header class="${summary.outcome}"><p class="kind">Messaging interoperability, Article 7 DMA</p><h1>${outcomeWords[summary.outcome]}</h1><p class="sentence">${readinessOf(result, requirements).sentence}</p>${next === undefined ? nothing : html`<p class="next">${next}</p>`}<ul class="counts">${join(counts)}</ul><dl class="facts">${join(rows)}</dl></header>`;
}

function checks({ result, requirements, entries, fieldReports = [] }: ReportInput): Markup {
  const rows = new Map(requirements.map((row) => [row.id, row]));
  const recorded = new Set(entries.map(({ scenario }) => scenario));
  const { run } = result;
  const item = (check: CheckResult): Markup =>
    checkItem({
      check,
      requirement: rows.get(check.requirement),
      seen: fieldReports.filter((report) => report.checks.includes(check.id)),
      run,
      hasTranscript: recorded.has(check.scenario),
    });
  const folders = [...groupBy(result.checks, ({ id }) => folderOf(id))].map(
    ([folder, of]) => html`<section class="folder"><h3>${folder}</h3>${of.map(item)}</section>`,
  );
  const bar = filterBar({
    label: "Which checks are shown",
    kinds: countsOf(result.summary)
      .filter(({ count }) => count > 0)
      .map(({ verdict, count }) => ({ kind: verdict, words: verdictWords[verdict], count })),
    choices: {
      milestone: result.checks.map(({ requirement }) => milestoneOf(requirement)),
      level: result.checks.map(({ level }) => level),
    },
  });
  return html`<section id="checks"><h2>Checks</h2>${result.checks.length === 0 ? nothing : bar}${join(folders)}</section>`;
}
