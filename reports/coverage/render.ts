import type { Level, Requirement } from "../../harness/model/requirement.js";
import type { CheckResult, RunResult } from "../../harness/model/result.js";
import type { StanzaEntry, TraceEntry } from "../../harness/model/trace.js";
import { milestoneOf } from "../view/milestones.js";

export interface CoverageInput {
  /** Of a run against the reference provider. */
  readonly result: RunResult;
  readonly entries: readonly TraceEntry[];
  readonly requirements: readonly Requirement[];
}

/**
 * The page that says what the suites cover, in Markdown. It counts what the run judged and recorded, not what checks claim.
 * The same suites give the same page.
 */
export function renderCoverage({ result, entries, requirements }: CoverageInput): string {
  const judged = new Map(result.checks.filter(({ verdict }) => verdict === "pass").map((check) => [check.id, check]));
  return [
    "# What the suites cover",
    "",
    "Counted from a run against the reference provider, by `node scripts/generate-docs.js`: a requirement counts as",
    "judged when each of its checks came to a verdict there. A test checks that this page is up to date.",
    "",
    "## By milestone",
    "",
    ...milestones(requirements, judged),
    "",
    "## Not judged",
    "",
    ...excluded(requirements),
    "",
    "## Seen in the run",
    "",
    ...seen(evidenceIn(entries)),
    "",
    "## By requirement",
    "",
    ...rows(requirements, judged),
    "",
  ].join("\n");
}

type Judged = ReadonlyMap<string, CheckResult>;

function isJudged({ checks }: Requirement, judged: Judged): boolean {
  return checks.length > 0 && checks.every((id) => judged.has(id));
}

function milestones(requirements: readonly Requirement[], judged: Judged): readonly string[] {
  const names = [...new Set(requirements.map(({ id }) => milestoneOf(id)))];
  const line = (name: string, own: readonly Requirement[]): string => {
    const share = (level: Level): string => {
      const all = own.filter((row) => row.level === level);
      return `${all.filter((row) => isJudged(row, judged)).length} of ${all.length}`;
    };
    const checks = own.flatMap((row) => row.checks.filter((id) => judged.has(id)));
    return `| ${name} | ${share("MUST")} | ${share("SHOULD")} | ${share("MAY")} | ${checks.length} |`;
  };
  return [
    "| milestone | MUST | SHOULD | MAY | checks |",
    "| --- | --- | --- | --- | --- |",
    ...names.map((name) =>
      line(
        name,
        requirements.filter(({ id }) => milestoneOf(id) === name),
      ),
    ),
    line("all", requirements),
  ];
}

function excluded(requirements: readonly Requirement[]): readonly string[] {
  const open = requirements.filter(({ checks }) => checks.length === 0);
  const lines = open.map(({ id, sentence, excluded: why = "" }) => `| ${id} | ${cell(sentence)} | ${cell(why)} |`);
  return ["| requirement | | why not |", "| --- | --- | --- |", ...lines];
}

function rows(requirements: readonly Requirement[], judged: Judged): readonly string[] {
  const lines = requirements
    .filter(({ checks }) => checks.length > 0)
    .map((row) => {
      const checks = row.checks.map((id) => (judged.has(id) ? id : `${id} (not judged)`));
      return `| ${row.id} | ${row.level} | ${row.grade} | ${cell(row.sentence)} | ${checks.join(", ")} |`;
    });
  return ["| requirement | level | grade | | checks |", "| --- | --- | --- | --- | --- |", ...lines];
}

function seen({ fromProvider, toProvider, faults, methods, events }: Evidence): readonly string[] {
  const line = (what: string, names: readonly string[]): string =>
    `- ${what} (${names.length}): ${names.map((name) => `\`${name}\``).join(", ")}`;
  return [
    line("Stanzas from the provider", fromProvider),
    line("Stanzas to the provider", toProvider),
    line("Faults that acted", faults),
    line("Driver methods", methods),
    line("Events", events),
  ];
}

/** A bar would end the cell. */
function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}

/** What a run has brought to light, as names: counts would differ from run to run. */
interface Evidence {
  readonly fromProvider: readonly string[];
  readonly toProvider: readonly string[];
  readonly faults: readonly string[];
  readonly methods: readonly string[];
  readonly events: readonly string[];
}

function evidenceIn(entries: readonly TraceEntry[]): Evidence {
  const names = (of: (entry: TraceEntry) => string | undefined): readonly string[] =>
    [...new Set(entries.flatMap((entry) => of(entry) ?? []))].sort();
  return {
    fromProvider: names((entry) => stanzaIn(entry, "in")),
    toProvider: names((entry) => stanzaIn(entry, "out")),
    faults: names((entry) => (entry.kind === "fault" && entry.event === "applied" ? entry.fault : undefined)),
    methods: names((entry) => (entry.kind === "driver" && entry.result !== undefined ? entry.method : undefined)),
    events: names((entry) => (entry.kind === "event" ? entry.event.kind : undefined)),
  };
}

function stanzaIn(entry: TraceEntry, direction: StanzaEntry["direction"]): string | undefined {
  return entry.kind === "stanza" && entry.direction === direction ? kindOf(entry) : undefined;
}

/** For example `iq get w:p` or `receipt retry`. */
function kindOf({ node: { tag, attrs } }: StanzaEntry): string {
  return [tag, attrs["class"], attrs["type"], attrs["xmlns"]].filter((part) => part !== undefined).join(" ");
}
