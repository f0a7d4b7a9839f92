import type { Requirement } from "../../harness/model/requirement.js";
import type { CheckResult, RunResult } from "../../harness/model/result.js";
import { divide, groupBy } from "./groups.js";
import { furtherGroups, milestoneOf, milestones } from "./milestones.js";
import { plural } from "./verdict-words.js";

/**
 * What a run says about one requirement. `unmet`: a check failed. `unproven`: a check could not run. `unselected`: none of its
 * checks was selected. `doubtful`: at most a warning. `unjudged`: the harness has no check for it. `idle`: not applicable.
 */
export type Standing = "met" | "unmet" | "unproven" | "doubtful" | "idle" | "unjudged" | "unselected";

export interface RequirementView {
  readonly requirement: Requirement;
  readonly standing: Standing;
  readonly results: readonly CheckResult[];
  /** Why it is not proven or not judged; empty where the findings say it. */
  readonly why: string;
}

export interface MilestoneView {
  readonly id: string;
  readonly title: string;
  readonly requirements: readonly RequirementView[];
}

export interface Readiness {
  /** One sentence for the person who signs the request. */
  readonly sentence: string;
  readonly ready: boolean;
  readonly milestones: readonly MilestoneView[];
  /** Checks of the catalogue that this run was not asked to make. */
  readonly notSelected: number;
}

export function readinessOf(result: RunResult, requirements: readonly Requirement[]): Readiness {
  const byRequirement = groupBy(result.checks, (check) => check.requirement);
  const views = requirements.map((requirement) => viewOf(requirement, byRequirement.get(requirement.id) ?? []));
  const ran = new Set(result.checks.map((check) => check.id));
  const notSelected = new Set(requirements.flatMap((row) => row.checks).filter((id) => !ran.has(id))).size;
  const known = new Map<string, string>([...milestones, ...furtherGroups].map(({ id, title }) => [id, title]));
  const ids = [
    ...new Set([...milestones.map(({ id }): string => id), ...requirements.map((row) => milestoneOf(row.id))]),
  ];
  return {
    ...verdictOn(result, views, notSelected),
    notSelected,
    milestones: ids.map((id) => ({
      id,
      title: known.get(id) ?? id,
      requirements: views.filter((view) => milestoneOf(view.requirement.id) === id),
    })),
  };
}

/** The requirements with one of `standings`; of one level, if given. */
export function withStanding(
  milestone: MilestoneView,
  standings: readonly Standing[],
  level?: Requirement["level"],
): readonly RequirementView[] {
  return milestone.requirements.filter(
    (view) => standings.includes(view.standing) && (level === undefined || view.requirement.level === level),
  );
}

/** Rules that are not met because one capability is missing. */
export interface UndeclaredRules {
  readonly capability: string;
  readonly rules: readonly RequirementView[];
}

/** `divide` for rules: a rule counts as tested when one of its checks was. */
export function divideRules(views: readonly RequirementView[]): {
  readonly tested: readonly RequirementView[];
  readonly undeclared: readonly UndeclaredRules[];
} {
  const lackOf = ({ results }: RequirementView): string | undefined => {
    const { tested, undeclared } = divide(results.filter(({ findings }) => findings.length > 0));
    return tested.length > 0 ? undefined : undeclared[0]?.capability;
  };
  const groups = groupBy(
    views.filter((view) => lackOf(view) !== undefined),
    (view) => lackOf(view) ?? "",
  );
  return {
    tested: views.filter((view) => lackOf(view) === undefined),
    undeclared: [...groups].map(([capability, rules]) => ({ capability, rules })),
  };
}

function viewOf(requirement: Requirement, results: readonly CheckResult[]): RequirementView {
  const has = (...verdicts: readonly CheckResult["verdict"][]): boolean =>
    results.some((result) => verdicts.includes(result.verdict));
  const as = (standing: Standing, why = ""): RequirementView => ({ requirement, standing, results, why });
  if (has("fail", "unstable")) return as("unmet");
  const causes = [
    ...new Set(results.flatMap(({ cause, verdict }) => (cause === null || verdict === "pass" ? [] : [cause.message]))),
  ];
  if (has("could-not-run", "review")) return as("unproven", causes.join("; "));
  if (has("warn")) return as("doubtful");
  if (has("pass")) return as("met");
  if (has("not-applicable")) return as("idle", causes.join("; "));
  if (requirement.checks.length === 0) return as("unjudged", requirement.excluded ?? "No check exists yet");
  return as("unselected", "Not selected in this run");
}

function verdictOn(
  result: RunResult,
  views: readonly RequirementView[],
  notSelected: number,
): Pick<Readiness, "sentence" | "ready"> {
  const must = views.filter(({ requirement }) => requirement.level === "MUST");
  const count = (standing: Standing): number => must.filter((view) => view.standing === standing).length;
  const [unmet, unproven, met] = [count("unmet"), count("unproven"), count("met")];
  if (result.summary.outcome === "environment") {
    const cause = result.cause === null ? "" : `: ${result.cause.message}`;
    const proven = result.summary.pass === 0 ? "Nothing" : "Nothing more";
    const sooner = result.summary.pass === 0 ? "" : " any longer";
    return {
      ready: false,
      sentence: `${proven} was proven, because the provider could not be tested${sooner}${cause}.`,
    };
  }
  if (unmet > 0) {
    const more = unproven === 0 ? "" : `, and ${unproven} more ${unproven === 1 ? "is" : "are"} not proven`;
    const verb = unmet === 1 ? "is" : "are";
    return { ready: false, sentence: `Not ready: ${plural(unmet, "required rule")} ${verb} not met${more}.` };
  }
  if (notSelected > 0) {
    const asked = result.checks.length;
    return {
      ready: false,
      sentence: `A partial run: ${plural(asked, "check")} of ${asked + notSelected} selected; it cannot show readiness.`,
    };
  }
  if (unproven > 0) {
    const verb = unproven === 1 ? "is" : "are";
    return {
      ready: false,
      sentence: `Incomplete: nothing failed, but ${plural(unproven, "required rule")} ${verb} not proven.`,
    };
  }
  const verb = met === 1 ? "is" : "are";
  if (result.statement !== undefined) {
    const rest = "whether WhatsApp could read its messages is not shown";
    const sentence = `With its own protocol: ${plural(met, "required rule")} that could be judged ${verb} met; ${rest}.`;
    return { ready: false, sentence };
  }
  return {
    ready: true,
    sentence: met === 1 ? "The one required rule is met." : `All ${met} required rules are met.`,
  };
}
