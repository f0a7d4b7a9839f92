import type { Profile } from "../../profiles/profile.js";
import type { MetaSide } from "../ports/meta-side.js";
import type { ProviderSide } from "../ports/provider-side.js";
import type { Trace } from "../trace/trace.js";
import type { Expect } from "./expect.js";
import { distinctNeeds, type Need } from "./needs.js";
import type { EntryKind, EntryOf, TraceEntry } from "./trace.js";

export interface DriveContext {
  readonly meta: MetaSide;
  readonly provider: ProviderSide;
  /** How long to wait for something that a conformant provider does at once. */
  readonly patienceMs: number;
  /** The first entry of this scenario that fits, recorded already or in time; undefined at the time-out. */
  wait<Kind extends EntryKind>(
    kind: Kind,
    fits: (entry: EntryOf<Kind>) => boolean,
    options?: { readonly after?: TraceEntry; readonly ms?: number },
  ): Promise<EntryOf<Kind> | undefined>;
}

export type Drive = (context: DriveContext) => Promise<void>;

/** One exchange that is driven once and judged by several checks. */
export interface Scenario {
  readonly id: string;
  /** Capabilities without which it cannot be driven. */
  readonly needs: readonly Need[];
  /** Why it takes longer than a run may: it is driven with `--slow` only. */
  readonly slow?: string;
  /** Costs as much as dozens of others; a mutant meets it only where a check names it. */
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
  /** Session engines of the profile to which it applies; to all without it. */
  readonly engines?: readonly string[];
  /** Form of stanzas in the profile to which it applies; to both without it. */
  readonly wire?: Profile["channel"]["wire"];
  /** Proof that the question was put to the provider. Empty: could-not-run. */
  reached(trace: Trace): readonly Reached[] | Reached | undefined;
  judge(context: JudgeContext<Reached>): void;
  /** What to mend when it fails. */
  readonly hint: string;
  /** Mutant id to the `what` of the finding for which it must die here. */
  readonly mutants: Readonly<Record<string, string>>;
  /** Lawful variants that must pass, and mutants that lack only what another rule says they should have. */
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

/** A check with what its author left to the defaults filled in. */
export interface Check {
  readonly id: string;
  /** The exchange is this check's own: when it stops early, nothing is judged. */
  readonly drivenAlone: boolean;
  readonly requirement: string;
  readonly version: number;
  readonly scenario: Scenario;
  readonly needs: readonly Need[];
  readonly engines: readonly string[] | undefined;
  readonly wire: Profile["channel"]["wire"] | undefined;
  readonly hint: string;
  readonly mutants: Readonly<Record<string, string>>;
  readonly lawful: readonly string[];
  reached(trace: Trace): readonly TraceEntry[];
  judge(context: Omit<JudgeContext<TraceEntry>, "reached"> & { readonly reached: readonly TraceEntry[] }): void;
}

/**
 * Declares a check. `id` is the path of its file below `suites/`, without the extension.
 *
 * The author provokes (`drive` or a shared `scenario`), proves that the provider got there (`reached`) and compares
 * (`judge`); statuses, time-outs and reporting are the runner's.
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
    hint: spec.hint,
    mutants: spec.mutants,
    lawful: spec.lawful ?? [],
    reached(trace) {
      const found = spec.reached(trace);
      return found === undefined ? [] : asList(found);
    },
    judge(context) {
      const [first, ...rest] = context.reached;
      // The runner never judges what was not reached; `reached` above returned entries of type Reached.
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

function asList<Entry>(found: readonly Entry[] | Entry): readonly Entry[] {
  return Array.isArray(found) ? (found as readonly Entry[]) : [found as Entry];
}
