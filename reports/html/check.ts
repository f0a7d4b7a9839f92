import type { FieldReport, Requirement } from "../../harness/model/requirement.js";
import type { CheckResult, RunInfo } from "../../harness/model/result.js";
import { undeclaredIn } from "../../harness/model/result.js";
import { shorten } from "../text/printable.js";
import { milestoneOf } from "../view/milestones.js";
import { mergedFindings } from "../view/groups.js";
import { rerunCommand } from "../view/run-words.js";
import { duration, plural, verdictWords } from "../view/verdict-words.js";
import { checkAnchor, citedFrames, frameAnchor, html, join, type Markup, nothing, scenarioAnchor } from "./markup.js";

const maximumText = 2000;
const maximumReached = 6;
const maximumPlaces = 12;

export interface CheckInput {
  readonly check: CheckResult;
  readonly requirement: Requirement | undefined;
  /** Public reports of this fault in real implementations. */
  readonly seen: readonly FieldReport[];
  readonly run: RunInfo;
  /** Whether the page shows the transcript of the scenario. */
  readonly hasTranscript: boolean;
}

/**
 * One check: closed to verdict, id and sentence; open to what was expected, what was found and where to look. A failed
 * check is open from the start, unless a capability is missing and there is nothing to look at.
 */
export function checkItem({ check, requirement, seen, run, hasTranscript }: CheckInput): Markup {
  const failed = check.verdict === "fail" || check.verdict === "unstable";
  const open = failed && undeclaredIn(check).length === 0 ? html` open` : nothing;
  return html`<details class="check" id="${checkAnchor(check.id)}" data-verdict="${check.verdict}" data-level="${check.level}" data-milestone="${milestoneOf(check.requirement)}"${open}><summary>${pill(check)} <code>${check.id}</code> <span class="req">${check.requirement}</span><span class="says">${requirement?.sentence ?? ""}</span></summary><div class="body">${founded(check, requirement)}${cause(check)}${findings(check)}${pictures(check)}${advice(check, run)}${inTheWild(check, seen)}${evidence(check, hasTranscript)}</div></details>
`;
}

export function pill({ verdict }: Pick<CheckResult, "verdict">): Markup {
  return html`<span class="pill ${verdict}">${verdictWords[verdict]}</span>`;
}

function founded(check: CheckResult, requirement: Requirement | undefined): Markup {
  const source = requirement === undefined ? "" : ` · ${requirement.source}`;
  const byHand = check.byHand === true ? " · rests on a person's answer" : "";
  return html`<p class="founded">${check.level} · ${check.grade}${source} · version ${check.version} · ${duration(check.durationMs)}${byHand}</p>`;
}

function cause(check: CheckResult): Markup {
  if (check.cause === null) return nothing;
  const { code, message, entry, said } = check.cause;
  const at = entry === undefined ? nothing : html` ${places([`frame ${entry}`])}`;
  const driver =
    said === undefined ? nothing : html`<br><small>The driver says: ${shorten(said.message, maximumText)}</small>`;
  return html`<p class="cause">${shorten(message, maximumText)} <small>[${code}]</small>${at}${driver}</p>`;
}

function findings({ findings: list }: CheckResult): Markup {
  const rows = mergedFindings(list).map(
    ({ what, expected, actual, at }) =>
      html`<dl class="finding"><dt>what</dt><dd>${what}</dd><dt>expected</dt><dd>${shorten(expected, maximumText)}</dd><dt>actual</dt><dd>${shorten(actual, maximumText)}</dd>${at.length === 0 ? nothing : html`<dt>at</dt><dd>${places(at)}</dd>`}</dl>`,
  );
  return join(rows);
}

function pictures({ pictures: files = [] }: CheckResult): Markup {
  if (files.length === 0) return nothing;
  return html`<p class="pictures">What the app showed:${join(files.map((file) => html` <a href="${file}">${file}</a>`))}</p>`;
}

function advice(check: CheckResult, run: RunInfo): Markup {
  if (check.verdict === "pass" || check.verdict === "not-applicable") return nothing;
  const hint = check.hint === "" || check.findings.length === 0 ? nothing : html`<p class="hint">${check.hint}</p>`;
  return html`${hint}<p class="rerun"><a href="#${checkAnchor(check.id)}">Link to this check</a>. Run again: <code>${rerunCommand(run, [check])}</code></p>`;
}

function inTheWild({ verdict }: CheckResult, seen: readonly FieldReport[]): Markup {
  const [first, ...others] = seen;
  if (first === undefined || verdict === "pass" || verdict === "not-applicable") return nothing;
  const more = others.length === 0 ? "" : ` And ${plural(others.length, "other report")}: see docs/field-reports.md.`;
  return html`<p class="wild">Seen in the wild: ${first.source}. ${first.fault}${more}</p>`;
}

function evidence(check: CheckResult, hasTranscript: boolean): Markup {
  if (!hasTranscript) return nothing;
  const frames = check.reached
    .slice(0, maximumReached)
    .map((seq) => html` <a href="#${frameAnchor(seq)}">frame ${seq}</a>`);
  const reached = frames.length === 0 ? nothing : html`, decided at${join(frames)}`;
  return html`<p class="evidence"><a href="#${scenarioAnchor(check.scenario)}">Transcript of ${check.scenario}</a>${reached}</p>`;
}

/** Each of the first places leads to its frame. */
export function places(at: readonly string[]): Markup {
  const shown = at.slice(0, maximumPlaces).map((place, index) => html`${index === 0 ? "" : ", "}${link(place)}`);
  const left = at.length - maximumPlaces;
  return html`${join(shown)}${left > 0 ? ` and ${left} more` : ""}`;
}

function link(at: string): Markup {
  const [frame] = citedFrames(at);
  return frame === undefined ? html`${at}` : html`<a href="#${frameAnchor(frame)}">${at}</a>`;
}
