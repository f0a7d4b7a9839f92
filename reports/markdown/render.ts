import type { SessionStatement } from "../../harness/model/result.js";
import { providerLabel } from "../view/run-words.js";
import { decidedOnRetry, groupByCause } from "../view/groups.js";
import { nextStep } from "../view/next-step.js";
import { modificationSentence, ownValuesSentence } from "../view/own-values.js";
import { divideRules, readinessOf, withStanding } from "../view/readiness.js";
import { countsOf, duration, outcomeWords, plural, verdictWords } from "../view/verdict-words.js";
import type { ReportInput } from "../report-input.js";
import { oneLine, shorten } from "../text/printable.js";

/** `summary.md`: what a pull request or a job summary shows. Short; the HTML report has the rest. */
export function renderMarkdown({ result, requirements }: ReportInput): string {
  const { run, summary } = result;
  const readiness = readinessOf(result, requirements);
  const next = nextStep(result, requirements);
  const modified = modificationSentence(result);
  const counts = countsOf(summary);
  const lines = [
    `## Interop conformance: ${outcomeWords[summary.outcome].toLowerCase()}`,
    "",
    escape(readiness.sentence),
    ...(modified === undefined ? [] : ["", escape(modified)]),
    ...(next === undefined ? [] : ["", escape(next.sentence)]),
    ...(next === undefined || next.details.length === 0
      ? []
      : ["", ...next.details.map(({ name, text }) => `- ${name}: ${escape(text)}`)]),
    "",
    `| ${counts.map(({ verdict }) => verdictWords[verdict]).join(" | ")} |`,
    `| ${counts.map(() => "---:").join(" | ")} |`,
    `| ${counts.map(({ count }) => count).join(" | ")} |`,
  ];
  for (const milestone of readiness.milestones) {
    const unmet = withStanding(milestone, ["unmet"]);
    if (unmet.length === 0) continue;
    const { tested, undeclared } = divideRules(unmet);
    lines.push("", `### ${milestone.id} ${escape(milestone.title)}`, "");
    for (const { capability, rules } of undeclared) {
      const which = rules.map(({ requirement }) => requirement.id).join(", ");
      lines.push(`- Not declared, though the profile makes it mandatory: **${escape(capability)}** (${which})`);
    }
    for (const { requirement, results } of tested) {
      const [first] = results.flatMap(({ findings }) => findings);
      const seen =
        first === undefined ? "" : ` ${escape(`${first.what}: expected ${first.expected}, found ${first.actual}`)}.`;
      lines.push(`- **${requirement.id}** (${requirement.level}) ${escape(requirement.sentence)}${seen}`);
    }
  }
  const blocked = groupByCause(result.checks.filter(({ verdict }) => verdict === "could-not-run"));
  if (blocked.length > 0) lines.push("", "### Could not run", "");
  for (const { cause, results } of blocked) {
    lines.push(`- ${plural(results.length, "check")}: ${escape(cause.message)}`);
  }
  const retried = decidedOnRetry(result.checks);
  if (retried.length > 0) lines.push("", "### Decided on a retry", "");
  for (const { cause, results } of groupByCause(retried)) {
    lines.push(`- ${plural(results.length, "check")}: ${escape(cause.message)}`);
  }
  const byHand = result.checks.filter((check) => check.byHand === true);
  if (byHand.length > 0) lines.push("", "### Rest on a person's answer", "");
  for (const { id, verdict } of byHand) lines.push(`- ${escape(id)} (${verdictWords[verdict]})`);
  if (result.statement !== undefined) lines.push(...statementLines(result.statement));
  const about = [
    providerLabel(run),
    `profile ${run.profile.name} ${run.profile.version}`,
    `harness ${run.harness}`,
    `seed ${run.seed}`,
    duration(run.durationMs),
  ];
  lines.push("", escape(about.join(" · ")), "");
  const own = ownValuesSentence(run.profile);
  if (own !== undefined) lines.push(escape(own), "");
  return lines.join("\n");
}

function statementLines({ summary, shown, notShown, limits }: SessionStatement): readonly string[] {
  return [
    "",
    "### Its own protocol",
    "",
    escape(summary),
    "",
    ...shown.map(({ requirement, sentence }) => `- shown: **${requirement}** ${escape(sentence)}`),
    ...notShown.map(({ subject, why }) => `- not shown: ${escape(subject)} ${escape(why)}`),
    "",
    ...limits.map(escape),
  ];
}

/** One line of plain text: nothing of it can become markup, a mention or a link. */
function escape(text: string): string {
  return shorten(oneLine(text), 300)
    .replace(/[\\`*_[\]#|~]/g, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("@", "&#64;")
    .replaceAll("://", ":&#47;&#47;");
}
