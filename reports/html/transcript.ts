import type { CheckResult } from "../../harness/model/result.js";
import type { TraceEntry } from "../../harness/model/trace.js";
import type { ReportInput } from "../report-input.js";
import { align } from "../compare/align.js";
import { isCompared, type Reference, referenceShapes } from "../compare/reference.js";
import { type Shape, type ShapedEntry, shapesOf } from "../compare/shape.js";
import { differingValues } from "../compare/values.js";
import { matters } from "../view/entry-matters.js";
import { groupBy } from "../view/groups.js";
import { plural } from "../view/verdict-words.js";
import { entryItem } from "./entry.js";
import { packed, ranges } from "./packed.js";
import { checkAnchor, citedFrames, frameAnchor, html, join, type Markup, nothing, scenarioAnchor } from "./markup.js";

/** Frames of one scenario, fewer where all its checks passed. The page must open on a phone; `trace.ndjson` has all frames. */
const room = { open: { head: 60, tail: 30 }, passed: { head: 30, tail: 10 } } as const;
/** Frames kept on each side of one that is cited. */
const around = 2;

/** The transcript of every judged scenario: one each, also where several checks share it. */
export function transcripts({ result: { checks }, entries, reference }: ReportInput): Markup {
  const byScenario = groupBy(entries.filter(matters), ({ scenario }) => scenario);
  const scenarios = [...groupBy(checks, ({ scenario }) => scenario)].map(([scenario, of]) => {
    const recorded = byScenario.get(scenario) ?? [];
    const beside = reference !== undefined && of.some(isCompared) ? comparison(scenario, recorded, reference) : nothing;
    return transcript(scenario, of, recorded, beside);
  });
  const absent =
    reference === undefined && checks.some((check) => isCompared(check) && byScenario.has(check.scenario))
      ? html`<p class="note">No comparison with the reference provider: this build of the harness has no transcripts of it. <code>npm run build:package</code> makes them.</p>`
      : nothing;
  return html`<section id="transcripts"><h2>Transcripts</h2><p>What crossed the wire in each scenario, with the encrypted parts opened. Frames that a finding cites are marked. <noscript>They are unpacked by a script, which this browser does not run; trace.ndjson has them too.</noscript></p>${absent}${join(scenarios)}</section>`;
}

function transcript(
  scenario: string,
  checks: readonly CheckResult[],
  entries: readonly TraceEntry[],
  beside: Markup,
): Markup {
  if (entries.length === 0) return nothing;
  const cited = new Set(checks.flatMap(citedBy));
  const links = checks.map(({ id }) => html` <a href="#${checkAnchor(id)}">${id}</a>`);
  const body = html`<p>Judged by${join(links)}</p>${beside}<ol>
${join(withGaps(entries, cited, checks.every(({ verdict }) => verdict === "pass") ? room.passed : room.open))}</ol>`;
  return html`<details class="scenario" id="${scenarioAnchor(scenario)}" data-frames="${ranges(entries.map(({ seq }) => seq))}"><summary><code>${scenario}</code> <small>${plural(entries.length, "frame")}</small></summary>${packed(body)}</details>
`;
}

function citedBy({ cause, findings }: CheckResult): readonly number[] {
  const judged = cause?.entry === undefined ? [] : [cause.entry];
  return [...judged, ...findings.flatMap(({ at }) => citedFrames(at))];
}

function withGaps(
  entries: readonly TraceEntry[],
  cited: ReadonlySet<number>,
  { head, tail }: { readonly head: number; readonly tail: number },
): readonly Markup[] {
  const near = new Set<number>();
  for (const [index, { seq }] of entries.entries()) {
    if (cited.has(seq)) for (let at = index - around; at <= index + around; at++) near.add(at);
  }
  const parts: Markup[] = [];
  let left = 0;
  for (const [index, entry] of entries.entries()) {
    if (index < head || index >= entries.length - tail || near.has(index)) {
      if (left > 0) parts.push(gap(left));
      left = 0;
      parts.push(entryItem(entry, cited.has(entry.seq)));
    } else {
      left++;
    }
  }
  return parts;
}

function gap(frames: number): Markup {
  return html`<li class="gap">… ${plural(frames, "frame")} left out; trace.ndjson has them</li>`;
}

/** The scenario beside what the reference provider did in it, line by line, with the first difference marked. */
function comparison(scenario: string, entries: readonly TraceEntry[], reference: Reference): Markup {
  const shapes = referenceShapes(reference, scenario);
  if (shapes === undefined) return nothing;
  const rows = align(shapesOf(entries), shapes).map(({ left, right }) => ({
    left,
    right,
    values: left && right ? differingValues(left.values ?? [], right.values ?? []) : same,
  }));
  const differs = ({ left, right, values }: (typeof rows)[number]): boolean =>
    left === undefined || right === undefined || values.left.length + values.right.length > 0;
  const first = rows.findIndex(differs);
  if (first === -1) {
    return html`<p class="note">The same messages as with the reference provider, with the same attributes and sizes; the difference is in what changes from run to run.</p>`;
  }
  const items = rows.map((row, index) => {
    const kind = differs(row) ? (index === first ? "differs first" : "differs") : "same";
    return html`<tr class="${kind}"><td>${own(row.left)}${listed(row.values.left)}</td><td>${text(row.right)}${listed(row.values.right)}</td></tr>`;
  });
  return html`<details class="compare"><summary>Beside the reference provider: first difference in line ${first + 1}</summary><table><caption>${scenario}, message by message, with the values that differ</caption><thead><tr><th scope="col">this provider</th><th scope="col">reference provider</th></tr></thead><tbody>${join(items)}</tbody></table></details>`;
}

const same = { left: [], right: [] } as const;

function listed(values: readonly string[]): Markup {
  return values.length === 0
    ? nothing
    : html`<ul>${values.slice(0, maximumValues).map((value) => html`<li><code>${value}</code></li>`)}</ul>`;
}

const maximumValues = 12;

function own(shape: ShapedEntry | undefined): Markup {
  if (shape === undefined) return html`<em>nothing</em>`;
  return html`<a href="#${frameAnchor(shape.seq)}">${shape.seq}</a> ${text(shape)}`;
}

function text(shape: Shape | undefined): Markup {
  return shape === undefined ? html`<em>nothing</em>` : html`<small>${shape.who}</small> ${shape.what}`;
}
