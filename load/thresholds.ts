import {
  type Count,
  counts,
  type Figures,
  type Latency,
  type LatencySummary,
  latencies,
  statistics,
} from "./figures.js";

type Comparison = "<" | "<=" | ">" | ">=" | "==";

export interface Threshold {
  /** As it was written. */
  readonly text: string;
  /** The figure that it is about, for example `lost` or `deliver.p99`. */
  readonly figure: string;
  readonly comparison: Comparison;
  readonly value: number;
}

export interface JudgedThreshold {
  readonly text: string;
  /** Undefined where the latency was never measured. */
  readonly found: number | undefined;
  readonly held: boolean;
}

const form = /^([a-z]+)(?:\.([a-z0-9.]+))?\s*(<=|>=|==|<|>)\s*(\d{1,9}(?:\.\d{1,6})?)\s*(ms|s)?$/;

/** What must hold where no threshold of the user is about the same figure. */
const usualTexts = ["lost", "twice", "reordered", "foreign", "unreceipted", "violations", "errors"].map(
  (name) => `${name}==0`,
);

/** A threshold, or in words what is wrong with the text. */
export function readThreshold(text: string): Threshold | string {
  const [, name = "", statistic, comparison, number, unit] = form.exec(text.trim()) ?? [];
  if (comparison === undefined) return `found "${text}", wanted for example "deliver.p99<500ms" or "lost==0"`;
  const isCount = Object.hasOwn(counts, name);
  if (!isCount && !Object.hasOwn(latencies, name)) {
    const known = [...Object.keys(latencies).map((latency) => `${latency}.p99`), ...Object.keys(counts)];
    return `found "${name}" in "${text}", wanted one of ${known.join(", ")}`;
  }
  if (isCount && (statistic !== undefined || unit !== undefined)) {
    return `found "${text}", wanted ${name} alone with a number, because it is a count`;
  }
  if (!isCount && !isStatistic(statistic)) {
    return `found "${text}", wanted ${name}. and one of ${statistics.join(", ")}`;
  }
  if (!isCount && statistic !== "count" && unit === undefined) {
    return `found "${text}", wanted a unit behind the number: ms or s`;
  }
  if (statistic === "count" && unit !== undefined) return `found "${text}", wanted no unit: it is a count`;
  return {
    text: text.trim(),
    figure: isCount ? name : `${name}.${statistic}`,
    // The form allows no others.
    comparison: comparison as Comparison,
    value: Number(number) * (unit === "s" ? 1000 : 1),
  };
}

/** The user's thresholds, and the usual ones for figures that none of them is about. */
export function withUsual(given: readonly Threshold[]): readonly Threshold[] {
  const named = new Set(given.map(({ figure }) => figure));
  const usual = usualTexts.map(readThreshold).filter((read): read is Threshold => typeof read !== "string");
  return [...given, ...usual.filter(({ figure }) => !named.has(figure))];
}

export function judgeThreshold({ text, figure, comparison, value }: Threshold, figures: Figures): JudgedThreshold {
  const found = valueOf(figure, figures);
  return { text, found, held: found !== undefined && compares[comparison](found, value) };
}

const compares: Readonly<Record<Comparison, (found: number, value: number) => boolean>> = {
  "<": (found, value) => found < value,
  "<=": (found, value) => found <= value,
  ">": (found, value) => found > value,
  ">=": (found, value) => found >= value,
  "==": (found, value) => found === value,
};

/** A latency without a single measurement has no percentile: a threshold on it does not hold. */
function valueOf(figure: string, figures: Figures): number | undefined {
  const [name = "", ...rest] = figure.split(".");
  const statistic = rest.join(".");
  if (statistic === "") return figures.counts[name as Count];
  const summary = figures.latencies[name as Latency];
  return summary.count === 0 && statistic !== "count" ? undefined : summary[statistic as keyof LatencySummary];
}

function isStatistic(name: string | undefined): boolean {
  return statistics.some((known) => known === name);
}
