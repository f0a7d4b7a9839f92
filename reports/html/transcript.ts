import type { CheckResult } from "../../harness/model/result.js";
import type { TraceEntry } from "../../harness/model/trace.js";
import { groupBy } from "../view/group-by.js";
import { matters } from "../view/entry-matters.js";
import { plural } from "../view/verdict-words.js";
import { checkAnchor, citedFrames, scenarioAnchor } from "./anchors.js";
import { comparison } from "./comparison.js";
import { entryItem } from "./entry.js";
import { html, join, type Markup, nothing } from "./markup.js";

/** Frames of one scenario; the page must open on a phone, and `trace.ndjson` has them all. */
const maximumHead = 60;
const maximumTail = 30;
/** Frames kept on each side of one that is cited. */
const around = 2;

/** The transcript of every scenario that was judged: each once, however many checks judged it. */
export function transcripts(checks: readonly CheckResult[], entries: readonly TraceEntry[]): Markup {
  const byScenario = groupBy(entries.filter(matters), ({ scenario }) => scenario);
  const judges = groupBy(checks, ({ scenario }) => scenario);
  const scenarios = [...judges].map(([scenario, of]) => transcript(scenario, of, byScenario.get(scenario) ?? []));
  return html`<section id="transcripts"><h2>Transcripts</h2><p>What crossed the wire in each exchange, with the encrypted parts opened. Frames that a finding cites are marked.</p>${join(scenarios)}</section>`;
}

function transcript(scenario: string, checks: readonly CheckResult[], entries: readonly TraceEntry[]): Markup {
  if (entries.length === 0) return nothing;
  const cited = new Set(checks.flatMap(({ findings }) => findings.flatMap(({ at }) => citedFrames(at))));
  const beside = checks.some(
    ({ verdict, findings, cause }) => verdict !== "pass" && (findings.length > 0 || cause !== null),
  )
    ? comparison(scenario, entries)
    : nothing;
  const links = checks.map(({ id }) => html` <a href="#${checkAnchor(id)}">${id}</a>`);
  return html`<details class="scenario" id="${scenarioAnchor(scenario)}"><summary><code>${scenario}</code> <small>${plural(entries.length, "frame")}</small></summary><p>Judged by${join(links)}</p>${beside}<ol>
${join(withGaps(entries, cited))}</ol></details>
`;
}

function withGaps(entries: readonly TraceEntry[], cited: ReadonlySet<number>): readonly Markup[] {
  const near = new Set<number>();
  for (const [index, { seq }] of entries.entries()) {
    if (cited.has(seq)) for (let at = index - around; at <= index + around; at++) near.add(at);
  }
  const parts: Markup[] = [];
  let left = 0;
  for (const [index, entry] of entries.entries()) {
    if (index < maximumHead || index >= entries.length - maximumTail || near.has(index)) {
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
