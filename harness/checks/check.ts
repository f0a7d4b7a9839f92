import type { Profile } from "../../profiles/profile.js";
import type { Expect } from "../model/expect.js";
import type { EntryKind, EntryOf, TraceEntry } from "../model/trace.js";
import type { MetaSide } from "../ports/meta-side.js";
import type { ProviderSide } from "../ports/provider-side.js";
import type { Trace } from "../trace/trace.js";

/** A capability that a provider must declare, or several of which one is enough. */
export type Need = string | readonly string[];

export interface DriveContext {
  readonly meta: MetaSide;
  readonly provider: ProviderSide;
  /** How long to wait for something that a conformant provider does at once. */
  readonly patienceMs: number;
  /** The first entry of this scenario that fits, recorded already or in time; undefined at the time-out. */
  wait<Kind extends EntryKind>(
    kind: Kind,
    fits: (entry: EntryOf<Kind>) => boolean,
    options?: WaitingOptions,
  ): Promise<EntryOf<Kind> | undefined>;
  /** The same for entries of all kinds. */
  waitForAny(fits: (entry: TraceEntry) => boolean, options?: WaitingOptions): Promise<TraceEntry | undefined>;
}

/** Without `ms`, a wait takes longer on a busy machine. */
interface WaitingOptions {
  readonly after?: TraceEntry;
  /** How many times as long as usual (default: 1). */
  readonly times?: number;
  /** Exactly so long: a pause in which nothing is wanted to happen. */
  readonly ms?: number;
}

export type Drive = (context: DriveContext) => Promise<void>;

/** What is driven once and judged by one or more checks. */
export interface Scenario {
  readonly id: string;
  /** Capabilities that it needs to be driven. */
  readonly needs: readonly Need[];
  /** Why it takes longer than a run may: it is driven only with `--slow`. */
  readonly slow?: string;
  /** Costs as much as dozens of others. A mutant meets it only where a check names the mutant. */
  readonly heavy?: true;
  readonly drive: Drive;
}

export interface JudgeContext<Reached extends TraceEntry> {
  readonly expect: Expect;
  /** Never empty. */
  readonly reached: readonly [Reached, ...Reached[]];
  /** The entries of this scenario only. */
  readonly trace: Trace;
  readonly profile: Profile;
}

interface CheckBase<Reached extends TraceEntry> {
  /** Id of the requirement; level, grade and source live there. */
  readonly requirement: string;
  /** Raised when the check begins to judge differently. */
  readonly version?: number;
  readonly needs?: readonly Need[];
  /** Session engines of the profiles to which it applies (default: all). */
  readonly engines?: readonly string[];
  /** Form of stanzas in the profiles to which it applies (default: both). */
  readonly wire?: Profile["channel"]["wire"];
  /**
   * What has to happen in time for the check to pass, where the verdict rests on an upper bound of time. A check that needs
   * `timing` states it. On a busy machine, such a check never fails.
   */
  readonly timeBound?: string;
  /** The evidence that the provider was put to the test. Empty: could-not-run. */
  reached(trace: Trace): readonly Reached[] | Reached | undefined;
  judge(context: JudgeContext<Reached>): void;
  /** What to fix when it fails. */
  readonly hint: string;
  /** Mutant id to the `what` of the finding that must kill it here. */
  readonly mutants: Readonly<Record<string, string>>;
  /** Lawful variants that must pass here, and mutants whose defect breaks only another requirement. */
  readonly lawful?: readonly string[];
}

export interface OwnDrive {
  readonly drive: Drive;
  /** As in a scenario. */
  readonly slow?: string;
  readonly scenario?: never;
}

export interface SharedDrive {
  readonly scenario: Scenario;
  readonly drive?: never;
  readonly slow?: never;
}

export type CheckSpec<Reached extends TraceEntry> = CheckBase<Reached> & (OwnDrive | SharedDrive);

/** A check with its defaults filled in. */
export interface Check {
  readonly id: string;
  /** Its scenario belongs to this check alone: when it stops early, nothing is judged. */
  readonly drivenAlone: boolean;
  readonly requirement: string;
  readonly version: number;
  readonly scenario: Scenario;
  readonly needs: readonly Need[];
  readonly engines: readonly string[] | undefined;
  readonly wire: Profile["channel"]["wire"] | undefined;
  readonly timeBound: string | undefined;
  readonly hint: string;
  readonly mutants: Readonly<Record<string, string>>;
  readonly lawful: readonly string[];
  reached(trace: Trace): readonly TraceEntry[];
  judge(context: Omit<JudgeContext<TraceEntry>, "reached"> & { readonly reached: readonly TraceEntry[] }): void;
}

/**
 * Declares a check. `id` is the path of its file below `suites/`, without the extension.
 *
 * The author provokes (`drive` or a shared `scenario`), finds the evidence (`reached`) and compares (`judge`). The runner
 * adds verdicts, time-outs and reporting.
 */
export function check<Reached extends TraceEntry>(id: string, spec: CheckSpec<Reached>): Check {
  const needs = spec.needs ?? [];
  return {
    id,
    requirement: spec.requirement,
    version: spec.version ?? 1,
    drivenAlone: spec.scenario === undefined,
    scenario: spec.scenario ?? { id, needs, drive: spec.drive, ...(spec.slow !== undefined && { slow: spec.slow }) },
    needs: distinctNeeds([...(spec.scenario?.needs ?? []), ...needs]),
    engines: spec.engines,
    wire: spec.wire,
    timeBound: spec.timeBound,
    hint: spec.hint,
    mutants: spec.mutants,
    lawful: spec.lawful ?? [],
    reached(trace) {
      const found = spec.reached(trace);
      return found === undefined ? [] : asList(found);
    },
    judge(context) {
      const [first, ...rest] = context.reached;
      // The runner judges nothing without evidence; `reached` above returned entries of type Reached.
      if (first !== undefined) spec.judge({ ...context, reached: [first as Reached, ...(rest as Reached[])] });
    },
  };
}

export function scenario(
  id: string,
  needs: readonly Need[],
  drive: Drive,
  weight: Pick<Scenario, "heavy"> = {},
): Scenario {
  return { id, needs, drive, ...weight };
}

/** Each need once. "One of several" is left out where one of them is needed anyway. */
export function distinctNeeds(needs: readonly Need[]): readonly Need[] {
  const all = new Set(needs);
  return [...all].filter((need) => typeof need === "string" || !need.some((capability) => all.has(capability)));
}

/** The needs that a provider with these capabilities does not meet, in words. */
export function missingNeeds(needs: readonly Need[], capabilities: ReadonlySet<string>): readonly string[] {
  return needs.filter((need) => !asList(need).some((capability) => capabilities.has(capability))).map(needInWords);
}

export function needInWords(need: Need): string {
  return asList(need).join(" or ");
}

/** Every capability that a need names, also those of which one is enough. */
export function namedCapabilities(needs: readonly Need[]): readonly string[] {
  return needs.flatMap((need) => asList(need));
}

function asList<Entry>(found: readonly Entry[] | Entry): readonly Entry[] {
  return Array.isArray(found) ? (found as readonly Entry[]) : [found as Entry];
}
