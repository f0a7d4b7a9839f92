import { providerLabel } from "../view/run-words.js";
import type { CheckResult } from "../../harness/model/result.js";
import type { ReportInput } from "../report-input.js";
import { groupBy } from "../view/groups.js";
import { folderOf, milestoneOf } from "../view/milestones.js";
import { nextStep } from "../view/next-step.js";
import { modificationSentence } from "../view/own-values.js";
import { readinessOf } from "../view/readiness.js";
import { countsOf, duration, outcomeWords, verdictWords } from "../view/verdict-words.js";
import { checkItem, places } from "./check.js";
import { filterBar, htmlPage } from "./page.js";
import { checkAnchor, html, join, type Markup, nothing } from "./markup.js";
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

function header(input: ReportInput): Markup {
  const { result, requirements } = input;
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
  const modified = modificationSentence(result);
  const modification = modified === undefined ? nothing : html`<p class="modified">${modified}</p>`;
  const rows = facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`);
  return html`<header class="${summary.outcome}"><p class="kind">Messaging interoperability, Article 7 DMA</p><h1>${outcomeWords[summary.outcome]}</h1><p class="sentence">${readinessOf(result, requirements).sentence}</p>${modification}<ul class="counts">${join(counts)}</ul>${nextSection(input)}<details class="about"><summary>${providerLabel(run)} · profile ${run.profile.name} ${run.profile.version} · seed ${run.seed} · ${duration(run.durationMs)}</summary><dl class="facts">${join(rows)}</dl></details></header>`;
}

/** The first thing to fix, with all that is needed for it. */
function nextSection({ result, requirements }: ReportInput): Markup {
  const next = nextStep(result, requirements);
  if (next === undefined) return nothing;
  const rows = next.details.map(
    ({ name, text }) => html`<dt>${name}</dt><dd>${name === "at" ? places([text]) : text}</dd>`,
  );
  const link = next.check === undefined ? nothing : html` <a href="#${checkAnchor(next.check.id)}">Show the check</a>`;
  const details = rows.length === 0 ? nothing : html`<dl class="finding">${join(rows)}</dl>`;
  return html`<section class="next" aria-label="Next"><p>${next.sentence}${link}</p>${details}</section>`;
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
