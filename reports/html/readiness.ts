import type { CheckResult, SessionStatement } from "../../harness/model/result.js";
import type { ReportInput } from "../report-input.js";
import { type CauseGroup, groupBy, groupByCause, decidedOnRetry } from "../view/groups.js";
import { lookalikes } from "../view/lookalikes.js";
import {
  divideRules,
  type MilestoneView,
  type Readiness,
  type RequirementView,
  type UndeclaredRules,
  withStanding,
} from "../view/readiness.js";
import { isConfirmed, ownValuesSentence, shownValue } from "../view/own-values.js";
import { referenceCommand, usualCommand } from "../view/run-words.js";
import { plural } from "../view/verdict-words.js";
import { checkAnchor, html, join, type Markup, nothing } from "./markup.js";

/** For the person who signs the request: what is missing, what was not tested, what rests on inference. */
export function readinessSection(readiness: Readiness, input: ReportInput): Markup {
  return html`<section id="readiness"><h2>${heading(readiness, input)}</h2>${milestoneTable(readiness)}${needs(readiness)}${guess(input)}${retries(input)}${notExercised(readiness, input)}${ownValues(input)}${inferred(readiness, input)}</section>`;
}

/** Says that something is needed only where that is so. */
function heading({ ready, milestones }: Readiness, { result }: ReportInput): string {
  if (ready) return "Readiness";
  const open = milestones.some((milestone) => withStanding(milestone, ["unmet", "unproven"], "MUST").length > 0);
  return open || result.cause !== null ? "To request interop you still need" : "What this run shows";
}

function milestoneTable({ milestones }: Readiness): Markup {
  const rows = milestones.map((milestone) => {
    const must = milestone.requirements.filter(({ requirement }) => requirement.level === "MUST");
    const count = (standing: RequirementView["standing"]): number =>
      must.filter((view) => view.standing === standing).length;
    const [met, unmet, unproven, doubtful] = [count("met"), count("unmet"), count("unproven"), count("doubtful")];
    const judged = met + unmet + unproven + doubtful;
    const idle =
      count("unselected") > 0
        ? "not selected in this run"
        : count("idle") > 0
          ? "not applicable to this provider"
          : "not judged by this version";
    const cells = judged === 0 ? html`<td colspan="4">${idle}</td>` : numbers(met, unmet, unproven, doubtful);
    return html`<tr><th scope="row">${milestone.id} <span>${milestone.title}</span></th>${cells}</tr>`;
  });
  return html`<table><caption>Required rules (MUST) by milestone</caption><thead><tr><td></td><th scope="col">met</th><th scope="col">not met</th><th scope="col">not proven</th><th scope="col">doubtful</th></tr></thead><tbody>${join(rows)}</tbody></table>`;
}

function numbers(met: number, unmet: number, unproven: number, doubtful: number): Markup {
  const cell = (count: number, kind: string): Markup => html`<td class="${count === 0 ? "zero" : kind}">${count}</td>`;
  return html`${cell(met, "pass")}${cell(unmet, "fail")}${cell(unproven, "could-not-run")}${cell(doubtful, "warn")}`;
}

function needs({ milestones }: Readiness): Markup {
  const blocks = milestones.map((milestone) => {
    const must = withStanding(milestone, ["unmet"], "MUST");
    const other = [...withStanding(milestone, ["unmet"], "SHOULD"), ...withStanding(milestone, ["doubtful"])];
    if (must.length + other.length === 0) return nothing;
    const { undeclared } = divideRules([...must, ...other]);
    const worth = divideRules(other).tested;
    const needed = html`<ul>${join(undeclared.map(lack))}${ruleItems(divideRules(must).tested)}</ul>`;
    return html`<h3>${milestone.id} ${milestone.title}</h3>${must.length + undeclared.length === 0 ? nothing : needed}${worth.length === 0 ? nothing : html`<p>Worth fixing, though not a failure:</p><ul>${ruleItems(worth)}</ul>`}`;
  });
  const some = blocks.some((block) => block !== nothing);
  return some ? join(blocks) : html`<p>This run found nothing wrong.</p>`;
}

function lack({ capability, rules }: UndeclaredRules): Markup {
  return html`<li><details><summary>The capability <strong>${capability}</strong>, which the profile makes mandatory and the provider does not declare: ${plural(rules.length, "rule")}</summary><ul>${ruleItems(rules)}</ul></details></li>`;
}

/** Mutants that fail the same checks in the same way: a first guess at the cause. */
function guess({ result, promises = [] }: ReportInput): Markup {
  const found = lookalikes(result, promises);
  if (found.length === 0) return nothing;
  const items = found.map(({ mutant, likeness, checks }) => {
    const how =
      likeness === 1 ? "fails exactly these checks" : `shares ${Math.round(likeness * 100)} % of the failures`;
    const links = checks.map((id) => html` <a href="#${checkAnchor(id)}">${id}</a>`);
    return html`<li><code>${mutant}</code>: ${how}${join(links)}</li>`;
  });
  return html`<h3>What it looks like</h3><p>Bundled providers with one defect each that fail the same checks. To see one: <code>${result.run.command ?? usualCommand} run --provider "${referenceCommand(result.run)} --mutant ID"</code></p><ul class="looks">${join(items)}</ul>`;
}

function ruleItems(views: readonly RequirementView[]): Markup {
  const rows = views.map(({ requirement, results }) => {
    const links = results.filter(isOpen).map(({ id }) => html` <a href="#${checkAnchor(id)}">${id}</a>`);
    return html`<li><strong>${requirement.id}</strong> ${requirement.sentence}${join(links)}</li>`;
  });
  return join(rows);
}

function isOpen({ verdict }: CheckResult): boolean {
  return verdict !== "pass" && verdict !== "not-applicable";
}

function notExercised(readiness: Readiness, { result }: ReportInput): Markup {
  const blocked = groupByCause(result.checks.filter(({ verdict }) => verdict === "could-not-run"));
  const idle = groupByCause(result.checks.filter(({ verdict }) => verdict === "not-applicable"));
  const because = [...blocked, ...idle].map(causeItem);
  const skipped =
    readiness.notSelected === 0
      ? nothing
      : html`<li>${plural(readiness.notSelected, "check")} of the catalogue: not selected in this run</li>`;
  const unjudged = readiness.milestones.flatMap((milestone) => withStanding(milestone, ["unjudged"]));
  return html`<h3>Not tested, and why</h3><ul>${join(because)}${skipped}${unjudgedItem(unjudged)}</ul>`;
}

/** Their verdicts count. Whether the machine or the provider was late in the first run is not known. */
function retries({ result }: ReportInput): Markup {
  const groups = groupByCause(decidedOnRetry(result.checks));
  if (groups.length === 0) return nothing;
  return html`<h3>Decided on a retry</h3><ul>${join(groups.map(causeItem))}</ul>`;
}

function causeItem({ cause, results }: CauseGroup): Markup {
  const links = results.map(({ id }) => html` <a href="#${checkAnchor(id)}">${id}</a>`);
  return html`<li><details><summary>${plural(results.length, "check")}: ${cause.message} <small>[${cause.code}]</small></summary>${join(links)}</details></li>`;
}

function unjudgedItem(views: readonly RequirementView[]): Markup {
  if (views.length === 0) return html`<li>No rule of the catalogue is without a check.</li>`;
  const reasons = groupBy(views, ({ why }) => why);
  const rows = [...reasons].map(
    ([why, of]) => html`<li>${of.map(({ requirement }) => requirement.id).join(", ")}: ${why}</li>`,
  );
  return html`<li><details><summary>${plural(views.length, "rule")} of the catalogue: this version has no check</summary><ul>${join(rows)}</ul></details></li>`;
}

/** The harness knows nothing of where these values come from, so a verdict is no better founded than they are. */
function ownValues({ result }: ReportInput): Markup {
  const { own } = result.run.profile;
  if (own === undefined) return nothing;
  const rows = own.values.map((value) => {
    const before = isConfirmed(value) ? "the same" : shownValue(value.base);
    return html`<tr><th scope="row"><code>${value.path}</code></th><td>${shownValue(value.value)}</td><td>${before}</td><td>${value.grade}</td><td>${value.source}</td></tr>`;
  });
  const table = html`<table class="own"><caption>Values from the profile file</caption><thead><tr><th scope="col">value</th><th scope="col">yours</th><th scope="col">${own.base}</th><th scope="col">grade</th><th scope="col">source</th></tr></thead><tbody>${join(rows)}</tbody></table>`;
  return html`<h3>Values that are your own</h3><p>${ownValuesSentence(result.run.profile) ?? ""} The harness did not check where they come from.</p>${own.values.length === 0 ? nothing : table}`;
}

function inferred({ milestones }: Readiness, { assumptions = [] }: ReportInput): Markup {
  const rules = milestones.flatMap(({ requirements }: MilestoneView) =>
    requirements.filter(({ requirement, results }) => requirement.grade === "inferred" && results.length > 0),
  );
  const judged = rules.map(
    ({ requirement }) =>
      html`<li><strong>${requirement.id}</strong> ${requirement.sentence} <small>${requirement.source}</small></li>`,
  );
  const valueItems = assumptions.map(
    ({ field, source }) => html`<li><code>${field}</code> <small>${source}</small></li>`,
  );
  return html`<h3>What rests on inference</h3><p>Meta does not publish the rules and values below. A failed check of an inferred rule is at most a warning; you can change the values in your own profile.</p><details><summary>${plural(rules.length, "judged rule")}</summary><ul>${join(judged)}</ul></details><details><summary>${plural(assumptions.length, "value")} of the profile</summary><ul>${join(valueItems)}</ul></details>`;
}

/** What a provider with its own protocol has shown, and what it has not. */
export function statementSection(statement: SessionStatement | undefined): Markup {
  if (statement === undefined) return nothing;
  const shown = statement.shown.map(
    ({ requirement, sentence, check }) =>
      html`<li><strong>${requirement}</strong> ${sentence} <a href="#${checkAnchor(check)}">${check}</a></li>`,
  );
  const notShown = statement.notShown.map(({ subject, why }) => html`<li>${subject} <small>${why}</small></li>`);
  const limits = statement.limits.map((limit) => html`<li>${limit}</li>`);
  return html`<section id="statement"><h2>Its own protocol</h2><p>${statement.summary}</p><h3>Shown</h3><ul>${join(shown)}</ul><h3>Not shown</h3><ul>${join(notShown)}</ul><h3>What this does not mean</h3><ul>${join(limits)}</ul></section>`;
}
