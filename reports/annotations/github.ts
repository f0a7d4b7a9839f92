import type { Requirement } from "../../harness/model/requirement.js";
import type { CheckResult, RunResult } from "../../harness/model/result.js";
import { oneLine, shorten } from "../text/printable.js";
import { groupByCause, groupByFinding } from "../view/groups.js";

/** GitHub shows at most ten annotations of each kind for a step. */
const maximum = 10;

/**
 * Workflow commands of GitHub Actions, one line each: errors for what failed, by root cause, and for what stopped
 * required checks; warnings for warnings.
 */
export function renderGithubAnnotations({ checks }: RunResult, requirements: readonly Requirement[]): string {
  const sentences = new Map(requirements.map(({ id, sentence }) => [id, sentence]));
  const having = (...verdicts: readonly CheckResult["verdict"][]): readonly CheckResult[] =>
    checks.filter(({ verdict }) => verdicts.includes(verdict));
  const found = (level: "error" | "warning", results: readonly CheckResult[]): readonly string[] =>
    groupByFinding(results).map((group) => {
      const [{ id, requirement, findings, hint }] = group;
      const [first] = findings;
      const seen = first === undefined ? "" : `${first.what}: expected ${first.expected}, found ${first.actual}. `;
      const others = group.length === 1 ? "" : ` (and ${group.length - 1} more)`;
      const sentence = sentences.get(requirement) ?? "";
      return command(level, `${requirement} ${id}${others}`, `${sentence} ${seen}${hint}`);
    });
  const blocked = having("could-not-run").filter(({ level }) => level === "MUST");
  const causes = groupByCause(blocked).map(({ cause, results }) =>
    command("error", `${results.length} required checks could not run`, `${cause.message} [${cause.code}]`),
  );
  const lines = [...found("error", having("fail", "unstable")), ...causes, ...found("warning", having("warn"))];
  return lines
    .slice(0, maximum)
    .map((line) => `${line}\n`)
    .join("");
}

/** Text of a provider cannot end the command or begin another one. */
function command(level: "error" | "warning", title: string, message: string): string {
  return `::${level} title=${property(title)}::${data(message)}`;
}

function data(text: string): string {
  return shorten(oneLine(text), 500).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
