import { reasonOf } from "../../core/coded-error.js";
import type { Profile } from "../../profiles/profile.js";
import { unsupported } from "../driver/answer.js";
import { explain, explainFailure } from "../causes/explain.js";
import { type Check, missingNeeds, namedCapabilities } from "../checks/check.js";
import { collectFindings } from "../model/expect.js";
import { appliesTo, type Requirement } from "../model/requirement.js";
import { type CheckResult, undeclared, type Verdict } from "../model/result.js";
import type { Pressure } from "../../core/pressure.js";
import type { Cause, TraceEntry } from "../model/trace.js";
import { picturePath } from "../model/picture.js";
import { notingEvents, type Trace, traceOf } from "../trace/trace.js";
import { inViewOf, isInBytes } from "./busy-machine.js";
import type { RunOptions } from "./types.js";

/** What a run of a scenario left behind. */
export interface ScenarioOutcome {
  readonly entries: readonly TraceEntry[];
  /** Why driving stopped early or never began; undefined when it went through. */
  readonly blocked: Cause | undefined;
  readonly durationMs: number;
  /** Absent where it was not measured: the machine counts as calm. */
  readonly pressure?: Pressure;
}

export interface JudgeInput extends ScenarioOutcome {
  readonly check: Check;
  readonly requirement: Requirement;
  readonly profile: Profile;
  readonly capabilities: ReadonlySet<string>;
  /** A person was the driver. */
  readonly byHand?: boolean;
}

/** Code of the cause when our own code failed; the run then ends with exit code 5. */
export const harnessFault = "harness-fault";

/**
 * The verdict of one check: a pure function of the trace of its scenario.
 *
 * @param again Whether the scenario is a retry.
 */
export function judgeCheck(input: JudgeInput, again = false): CheckResult {
  const result = verdictOf(input);
  if (input.pressure === undefined) return result;
  const viewed = inViewOf(input.pressure, input.check, result, again);
  return viewed === result || isInBytes(result.cause, input.entries) ? result : viewed;
}

function verdictOf(input: JudgeInput): CheckResult {
  const outside = outsideProfile(input.check, input.requirement, input.profile);
  if (outside !== undefined) return unjudged(input, "not-applicable", outside);
  const missing = missingNeeds(input.check.needs, input.capabilities);
  if (missing.length > 0) return judgeUndeclared(input, missing);
  const { slow } = input.check.scenario;
  if (slow !== undefined && input.entries.length === 0 && input.blocked === undefined) {
    return unjudged(input, "not-applicable", { code: "needs-slow", message: `Runs only with --slow: ${slow}` });
  }
  try {
    const entries = withoutEnding(input.entries);
    const rests = { onAnswers: false };
    const plain = traceOf(entries);
    const trace = input.byHand === true ? notingEvents(plain, () => (rests.onAnswers = true)) : plain;
    const reached = input.check.reached(trace).filter(notRefused(entries)).filter(answeredIfAsked(trace));
    const unproven = (cause: Cause): CheckResult => unjudged(input, "could-not-run", explain(input.entries, cause));
    if (input.blocked !== undefined && input.check.drivenAlone) return unproven(input.blocked);
    if (reached.length === 0) return unproven(input.blocked ?? causeWithoutEvidence(entries));
    const { expect, findings } = collectFindings();
    input.check.judge({ expect, trace, reached, profile: input.profile });
    const cause = findings.length === 0 ? null : explainFailure(input.entries, findings);
    const { blocked } = input;
    const isCutShort = blocked !== undefined && harnessGaveUp.has(blocked.code);
    if (findings.length > 0 && isCutShort && !isInBytes(cause, input.entries)) return unproven(blocked);
    return {
      ...shape(input),
      verdict: findings.length === 0 ? "pass" : verdictOfFailure(input.requirement),
      cause,
      findings,
      reached: reached.map((entry) => entry.seq),
      ...(rests.onAnswers && { byHand: true as const, ...picturesIn(entries) }),
    };
  } catch (thrown) {
    return unjudged(input, "could-not-run", {
      code: harnessFault,
      message: `Cannot judge ${input.check.id}: ${reasonOf(thrown)}; please report this with trace.ndjson`,
    });
  }
}

/** Looks up the requirement of a check. The generator of the suite catalogue makes sure that each has one. */
export function requirementIndex(requirements: readonly Requirement[]): (check: Check) => Requirement {
  const byId = new Map(requirements.map((requirement) => [requirement.id, requirement]));
  return (check) => {
    const requirement = byId.get(check.requirement);
    if (requirement === undefined)
      throw new TypeError(`Check ${check.id} names the unknown requirement ${check.requirement}`);
    return requirement;
  };
}

/** Judges checks of one scenario. */
export function judgeAll(
  { meta, requirements, identity }: Pick<RunOptions, "meta" | "requirements" | "identity">,
  checks: readonly Check[],
  capabilities: ReadonlySet<string>,
  outcome: ScenarioOutcome,
  again = false,
): readonly CheckResult[] {
  const requirementOf = requirementIndex(requirements);
  const { profile } = meta;
  const byHand = identity.byHand === true;
  return checks.map((check) =>
    judgeCheck({ check, requirement: requirementOf(check), profile, capabilities, byHand, ...outcome }, again),
  );
}

/**
 * Why a scenario stopped although the provider had not failed: what is missing then may have been on its way. What the
 * provider did send fails as always.
 */
const harnessGaveUp: ReadonlySet<string> = new Set(["scenario-too-long", "user-unanswered", harnessFault]);

/** A trace may come from anywhere; a path that this program does not write is none. */
function picturesIn(entries: readonly TraceEntry[]): Pick<CheckResult, "pictures"> {
  const found = entries.flatMap((entry) =>
    entry.kind === "picture" && picturePath.test(entry.file) ? [entry.file] : [],
  );
  return found.length === 0 ? {} : { pictures: [...new Set(found)] };
}

/** Up to the end of the scenario. What follows, the harness does itself: it closes connections and gives transfers up. */
function withoutEnding(entries: readonly TraceEntry[]): readonly TraceEntry[] {
  const end = entries.findIndex((entry) => entry.kind === "scenario" && entry.event === "end");
  return end < 0 ? entries : entries.slice(0, end + 1);
}

/** A request of the harness whose answer it did not wait for to the end is no evidence. */
function answeredIfAsked(trace: Trace): (entry: TraceEntry) => boolean {
  return (entry) =>
    entry.kind !== "http" ||
    entry.part !== "request" ||
    entry.by !== "harness" ||
    trace.http.counterpart(entry) !== undefined;
}

/** A call of a method that the driver does not have (-32601) is no evidence. */
function notRefused(entries: readonly TraceEntry[]): (entry: TraceEntry) => boolean {
  const refused = new Set(
    entries.flatMap((entry) => (entry.kind === "driver" && entry.error?.code === unsupported ? [entry.call] : [])),
  );
  return (entry) => entry.kind !== "driver" || !refused.has(entry.call);
}

/** Calls without which no other call can be made for a provider's user. */
const prerequisites: ReadonlySet<string> = new Set(["user.create", "user.enlist", "user.connect"]);

/**
 * Why there is no evidence although the scenario went through. Where the scenario let a prerequisite fail, that is the cause,
 * so that all checks which need it name the same one. What failed while a fault was active failed because of the fault.
 */
function causeWithoutEvidence(entries: readonly TraceEntry[]): Cause {
  const disturbed = entries.some((entry) => entry.kind === "fault" && entry.event === "applied");
  const blocking = entries.find(
    (entry) => entry.kind === "driver" && entry.error !== undefined && prerequisites.has(entry.method),
  );
  if (disturbed || blocking?.kind !== "driver" || blocking.error === undefined) return notReached;
  const { code, detail = `${blocking.method} failed: ${code}` } = blocking.error;
  return { code, message: detail };
}

const notReached: Cause = {
  code: "not-reached",
  message: "Not tested: the scenario went through, but the trace holds no evidence for this check",
};

/** Why a profile, or the document version that it follows, does not ask for a check; undefined when it does. */
export function outsideProfile(
  check: Pick<Check, "id" | "engines" | "needs" | "requirement" | "wire">,
  requirement: Pick<Requirement, "since" | "until">,
  profile: Pick<Profile, "channel" | "name" | "session" | "unjudged" | "version">,
): Cause | undefined {
  const { channel, name, session, version } = profile;
  if (!appliesTo(requirement, version)) {
    const { since, until } = requirement;
    const range = until === undefined ? `since ${since}` : `from ${since} to ${until}`;
    const message = `The rule is part of Meta's document ${range}, and this run follows ${version}`;
    return { code: "other-document", message };
  }
  if (profile.unjudged.includes(check.requirement)) {
    const message = `The profile "${name}" leaves this requirement out: it is not known to hold there`;
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
 * Whether a check is about sessions of the profile's kind. Simulated users speak only Signal. Where the provider has its own
 * protocol, its users can talk only to each other, and only checks that name this engine do so.
 */
function concerns(check: Pick<Check, "id" | "engines" | "needs">, { engine }: Profile["session"]): boolean {
  return check.engines?.includes(engine) ?? (engine !== "other" || !talks(check));
}

/** Milestones 3, 4 and 6 are about messages and their recipients. Other checks send messages if they need text. */
function talks({ id, needs }: Pick<Check, "id" | "needs">): boolean {
  return /^(m[346]-|groups\b)/.test(id) || namedCapabilities(needs).some((need) => need.startsWith("text"));
}

/** A provider without them lacks nothing, whatever else their checks need. */
const optionalSuites: ReadonlySet<string> = new Set(["groups", "proxy"]);

/** A check whose capability is not declared is not applicable, unless the profile makes the capability mandatory. */
function judgeUndeclared(input: JudgeInput, missing: readonly string[]): CheckResult {
  if (input.byHand === true) {
    const message = `A person cannot do this, or was not asked to: ${missing.join(", ")}; run it with a driver`;
    return unjudged(input, "not-applicable", { code: "not-by-hand", message });
  }
  const isOptional = missing.some((capability) => optionalSuites.has(capability));
  const mandatory = isOptional
    ? []
    : missing.filter((capability) => input.profile.mandatoryCapabilities.includes(capability));
  if (mandatory.length === 0) {
    const message = `The provider does not declare ${missing.map((name) => `"${name}"`).join(", ")}`;
    // Timing is no feature: without it the provider has the behaviour, but a run is too short to show it.
    return missing.includes("timing")
      ? unjudged(input, "could-not-run", {
          code: "needs-timing",
          message: `${message}, so its real-time behaviour was not tested`,
        })
      : unjudged(input, "not-applicable", { code: "not-declared", message });
  }
  const findings = mandatory.map(undeclared);
  return { ...shape(input), verdict: verdictOfFailure(input.requirement), cause: null, findings, reached: [] };
}

/** A failed SHOULD is at most a warning, and so is a failed requirement that is only inferred. */
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
