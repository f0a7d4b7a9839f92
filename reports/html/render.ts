import { providerLabel } from "../text/provider-label.js";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { CheckResult } from "../../harness/model/result.js";
import type { ReportInput } from "../report-input.js";
import { groupBy } from "../view/group-by.js";
import { folderOf, milestoneOf } from "../view/milestones.js";
import { readinessOf } from "../view/readiness.js";
import { countsOf, duration, outcomeWords, verdictWords } from "../view/verdict-words.js";
import { checkItem } from "./check.js";
import { html, join, type Markup, nothing } from "./markup.js";
import { readinessSection } from "./readiness.js";
import { statementSection } from "./statement.js";
import { transcripts } from "./transcript.js";

/**
 * `report.html`: one file that works from disk, without network and without script. Its content security policy allows
 * nothing but the style and the script below, by digest, so that not even a fault of ours could run a provider's text.
 */
export function renderHtml(input: ReportInput): string {
  const { result } = input;
  const style = asset("report.css");
  const script = asset("report.js");
  const policy = `default-src 'none'; style-src '${digest(style)}'; script-src '${digest(script)}'; base-uri 'none'; form-action 'none'`;
  const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer"><title>Interop conformance: ${outcomeWords[result.summary.outcome]}</title><style>${raw(style)}</style></head>
<body><a class="skip" href="#checks">Skip to the checks</a>
${header(input)}
<main>
${readinessSection(readinessOf(result, input.requirements), input)}
${statementSection(result.statement)}
${checks(input)}
${transcripts(result.checks, input.entries)}
</main>
<script>${raw(script)}</script>
</body></html>
`;
  return page.html;
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
  const rows = facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`);
  return html`<header class="${summary.outcome}"><p class="kind">Messaging interoperability, Article 7 DMA</p><h1>${outcomeWords[summary.outcome]}</h1><p class="sentence">${readinessOf(result, requirements).sentence}</p><ul class="counts">${join(counts)}</ul><dl class="facts">${join(rows)}</dl></header>`;
}

function checks({ result, requirements, entries }: ReportInput): Markup {
  const rows = new Map(requirements.map((row) => [row.id, row]));
  const recorded = new Set(entries.map(({ step }) => step));
  const verdictsHere = countsOf(result.summary).filter(({ count }) => count > 0);
  const buttons = verdictsHere.map(
    ({ verdict, count }) =>
      html`<button type="button" data-show="${verdict}" aria-pressed="true">${verdictWords[verdict]} ${count}</button>`,
  );
  const { run } = result;
  const item = (check: CheckResult): Markup =>
    checkItem({ check, requirement: rows.get(check.requirement), run, hasTranscript: recorded.has(check.step) });
  const folders = [...groupBy(result.checks, ({ id }) => folderOf(id))].map(
    ([folder, of]) => html`<section class="folder"><h3>${folder}</h3>${of.map(item)}</section>`,
  );
  const bar = html`<div class="filters" role="group" aria-label="Which checks are shown" hidden>${join(buttons)}${choice(
    "milestone",
    "All milestones",
    result.checks.map(({ requirement }) => milestoneOf(requirement)),
  )}${choice(
    "level",
    "All levels",
    result.checks.map(({ level }) => level),
  )}<input type="search" placeholder="Filter by text" aria-label="Filter by text"></div>`;
  return html`<section id="checks"><h2>Checks</h2>${buttons.length === 0 ? nothing : bar}${join(folders)}</section>`;
}

/** A list of the values that occur, to choose one of. */
function choice(name: string, all: string, values: readonly string[]): Markup {
  const options = [...new Set(values)].map((value) => html`<option>${value}</option>`);
  return html`<select data-by="${name}" aria-label="Filter by ${name}"><option value="">${all}</option>${join(options)}</select>`;
}

/** Style and script of the page are files of ours, not text from a run. */
function asset(name: string): string {
  return readFileSync(new URL(`assets/${name}`, import.meta.url), "utf8");
}

function raw(text: string): Markup {
  return { html: text };
}

function digest(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
