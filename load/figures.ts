import { build, type Histogram } from "hdr-histogram-js";

/** What is measured in milliseconds, each from when the message was due. */
export const latencies = {
  deliver: "from due until the receiver has opened the message, both ways",
  in: "the same, to the provider: until its delivery receipt",
  out: "the same, from the provider",
  ack: "from due until the provider says that the server has taken its message",
  service: "as deliver, but from when the harness really began: what the provider took, without the queue before it",
  lag: "how late the harness itself began",
} as const;

export type Latency = keyof typeof latencies;

/** What is counted. */
export const counts = {
  offered: "messages that were due",
  dropped: "of these, not sent because too many were under way",
  taken: "accepted by the server",
  shown: "shown by their receivers",
  lost: "accepted, but never shown",
  twice: "shown again",
  reordered: "shown after a later one of the same sender",
  foreign: "shown, but never sent",
  unreceipted: "shown by the provider without a delivery receipt",
  retries: "retry receipts of the provider",
  violations: "breaches of a rule by the provider's stanzas and frames",
  errors: "calls and messages that failed",
} as const;

export type Count = keyof typeof counts;

export interface LatencySummary {
  readonly count: number;
  readonly p50: number;
  readonly p90: number;
  readonly p95: number;
  readonly p99: number;
  readonly "p99.9": number;
  readonly max: number;
  readonly mean: number;
}

/** What is known of a latency by name, for example `p99`. */
export const statistics = ["count", "p50", "p90", "p95", "p99", "p99.9", "max", "mean"] as const;

export interface Figures {
  readonly latencies: Readonly<Record<Latency, LatencySummary>>;
  readonly counts: Readonly<Record<Count, number>>;
}

/** In microseconds, as the histograms hold them; an hour is longer than any wait. */
const longest = 3_600_000_000;

export class Recorder {
  readonly #histograms = new Map<Latency, Histogram>();

  /** @param ms A latency; one below a microsecond counts as that. */
  record(name: Latency, ms: number): void {
    const value = Math.min(longest, Math.max(1, Math.round(ms * 1000)));
    this.#of(name).recordValue(value);
  }

  summaries(): Readonly<Record<Latency, LatencySummary>> {
    const names = Object.keys(latencies) as readonly Latency[];
    const entries = names.map((name) => [name, summaryOf(this.#of(name))] as const);
    // One entry for each name.
    return Object.fromEntries(entries) as Record<Latency, LatencySummary>;
  }

  #of(name: Latency): Histogram {
    const known = this.#histograms.get(name);
    if (known !== undefined) return known;
    const made = build({
      lowestDiscernibleValue: 1,
      highestTrackableValue: longest,
      numberOfSignificantValueDigits: 3,
    });
    this.#histograms.set(name, made);
    return made;
  }
}

function summaryOf(histogram: Histogram): LatencySummary {
  const count = histogram.totalCount;
  const at = (percentile: number): number => (count === 0 ? 0 : histogram.getValueAtPercentile(percentile) / 1000);
  return {
    count,
    p50: at(50),
    p90: at(90),
    p95: at(95),
    p99: at(99),
    "p99.9": at(99.9),
    max: at(100),
    mean: count === 0 ? 0 : Math.round(histogram.mean) / 1000,
  };
}
