import { reasonOf } from "../../core/coded-error.js";
import type { Profile } from "../../profiles/profile.js";
import { unsupported } from "../driver/answer.js";
import type { Check } from "../checks/check.js";
import { collectFindings } from "../model/expect.js";
import { missingNeeds, namedCapabilities } from "../checks/check.js";
import type { Requirement } from "../model/requirement.js";
import type { CheckResult, Verdict } from "../model/result.js";
import type { Cause, TraceEntry } from "../model/trace.js";
import { undeclared } from "../model/undeclared.js";
import { traceOf } from "../trace/trace.js";
import { causeOfSilence } from "./cause.js";

export interface JudgeInput {
  readonly check: Check;
  readonly requirement: Requirement;
  readonly profile: Profile;
  readonly capabilities: ReadonlySet<string>;
  /** The entries of the check's scenario. */
  readonly entries: readonly TraceEntry[];
  /** Why driving stopped early or never began; undefined when it went through. */
  readonly blocked: Cause | undefined;
  readonly durationMs: number;
}

/** Code of the cause when our own code failed; the run then ends with exit code 5. */
export const harnessFault = "harness-fault";

/** The verdict of one check: a pure function of the trace of its scenario. */
export function judgeCheck(input: JudgeInput): CheckResult {
  const outside = outsideProfile(input.check, input.profile);
  if (outside !== undefined) return unjudged(input, "not-applicable", outside);
  const missing = missingNeeds(input.check.needs, input.capabilities);
  if (missing.length > 0) return judgeUndeclared(input, missing);
  const { slow } = input.check.scenario;
  if (slow !== undefined && input.entries.length === 0 && input.blocked === undefined) {
    return unjudged(input, "not-applicable", { code: "needs-slow", message: `Driven with --slow only: ${slow}` });
  }
  try {
    const trace = traceOf(input.entries);
    const reached = input.check.reached(trace).filter(notRefused(input.entries));
    if (input.blocked !== undefined && input.check.drivenAlone) return unjudged(input, "could-not-run", input.blocked);
    if (reached.length === 0) return unjudged(input, "could-not-run", input.blocked ?? causeOfSilence(input.entries));
    const { expect, findings } = collectFindings();
    input.check.judge({ expect, trace, reached, profile: input.profile });
    return {
      ...shape(input),
      verdict: findings.length === 0 ? "pass" : verdictOfFailure(input.requirement),
      cause: null,
      findings,
      reached: reached.map((entry) => entry.seq),
    };
  } catch (thrown) {
    return unjudged(input, "could-not-run", {
      code: harnessFault,
      message: `Cannot judge ${input.check.id}: ${reasonOf(thrown)}; please report this with trace.ndjson`,
    });
  }
}

/** A call of a method that the driver does not have (-32601) puts no question to the provider. */
function notRefused(entries: readonly TraceEntry[]): (entry: TraceEntry) => boolean {
  const refused = new Set(
    entries.flatMap((entry) => (entry.kind === "driver" && entry.error?.code === unsupported ? [entry.call] : [])),
  );
  return (entry) => entry.kind !== "driver" || !refused.has(entry.call);
}

/** Why a profile does not ask for a check, whatever the provider does; undefined when it does. */
export function outsideProfile(
  check: Pick<Check, "id" | "engines" | "needs" | "requirement" | "wire">,
  profile: Pick<Profile, "channel" | "name" | "session" | "unjudged">,
): Cause | undefined {
  const { channel, name, session } = profile;
  if (profile.unjudged.includes(check.requirement)) {
    const message = `The profile "${name}" leaves this requirement out: what it rests on is not known to hold there`;
    return { code: "not-in-profile", message };
  }
  if (check.wire !== undefined && check.wire !== channel.wire) {
    const message = `The check is about ${forms[check.wire]}, and those of profile ${name} are ${forms[channel.wire]}`;
    return { code: "other-wire", message };
  }
  if (concerns(check, session)) return undefined;
  const wanted = check.engines?.join(" or ") ?? "Signal";
  const message = `The check is about ${wanted} sessions, and those of profile ${name} are ${session.engine}`;
  return { code: "other-engine", message };
}

const forms = { binary: "binary stanzas", xml: "stanzas as text" } as const;

/**
 * Whether a check is about sessions of the profile's kind. Simulated users speak Signal, so where the protocol is the
 * provider's own there is nobody to talk to but its own users, and only checks that know this may talk.
 */
function concerns(check: Pick<Check, "id" | "engines" | "needs">, { engine }: Profile["session"]): boolean {
  return check.engines?.includes(engine) ?? (engine !== "other" || !talks(check));
}

/** Milestones 3, 4 and 6 are about messages and those who get them; elsewhere those that need text send some on the way. */
function talks({ id, needs }: Pick<Check, "id" | "needs">): boolean {
  return /^(m[346]-|groups\b)/.test(id) || namedCapabilities(needs).some((need) => need.startsWith("text"));
}

/** What a provider does not declare is not applicable, unless the profile makes it mandatory. */
function judgeUndeclared(input: JudgeInput, missing: readonly string[]): CheckResult {
  const mandatory = missing.filter((capability) => input.profile.mandatoryCapabilities.includes(capability));
  if (mandatory.length === 0) {
    const message = `The provider does not declare ${missing.map((name) => `"${name}"`).join(", ")}`;
    // Timing is no feature: without it the behaviour exists but cannot be seen in the time of a run.
    return missing.includes("timing")
      ? unjudged(input, "could-not-run", {
          code: "needs-timing",
          message: `${message}, so real-time behaviour was not driven`,
        })
      : unjudged(input, "not-applicable", { code: "not-declared", message });
  }
  const findings = mandatory.map(undeclared);
  return { ...shape(input), verdict: verdictOfFailure(input.requirement), cause: null, findings, reached: [] };
}

/** A failed SHOULD, and whatever rests on inference, is at most a warning. */
function verdictOfFailure(requirement: Requirement): Verdict {
  return requirement.level === "MUST" && requirement.grade !== "inferred" ? "fail" : "warn";
}

function unjudged(input: JudgeInput, verdict: Verdict, cause: Cause): CheckResult {
  return { ...shape(input), verdict, cause, findings: [], reached: [] };
}

function shape({
  check,
  requirement,
  durationMs,
}: JudgeInput): Omit<CheckResult, "verdict" | "cause" | "findings" | "reached"> {
  return {
    id: check.id,
    version: check.version,
    requirement: requirement.id,
    level: requirement.level,
    grade: requirement.grade,
    durationMs,
    hint: check.hint,
    scenario: check.scenario.id,
  };
}
