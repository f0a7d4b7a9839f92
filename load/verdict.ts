import type { Figures } from "./figures.js";
import { type JudgedThreshold, judgeThreshold, type Threshold } from "./thresholds.js";

export interface LoadVerdict {
  readonly outcome: "passed" | "failed" | "could-not-run";
  /** Why it could not run. */
  readonly causes: readonly string[];
  readonly thresholds: readonly JudgedThreshold[];
}

/** How the harness itself did, apart from what the figures say of it. */
export interface OwnPart {
  /** It may begin this much late, at the 99th percentile. */
  readonly lagMs: number;
  /** How many messages were to become due. */
  readonly planned: number;
  /** How many entries of the trace were gone before they were read. */
  readonly missed: number;
}

/** Share of the due messages that may be dropped. */
const maximumDropped = 0.01;

/**
 * A harness that is late, or that does not send what is due, says nothing about a provider: the load could then not run,
 * whatever the thresholds say.
 */
export function judge(
  figures: Figures,
  thresholds: readonly Threshold[],
  { lagMs, planned, missed }: OwnPart,
): LoadVerdict {
  const { offered, dropped, taken } = figures.counts;
  const lag = figures.latencies.lag.p99;
  const causes: string[] = [];
  if (lag > lagMs) {
    causes.push(
      `the harness itself began ${Math.round(lag)} ms late (p99), wanted at most ${lagMs}: use a lower --rate`,
    );
  }
  if (dropped > offered * maximumDropped) {
    causes.push(`${dropped} of ${offered} messages were dropped, because too many were under way: use a lower --rate`);
  }
  if (offered < planned) causes.push(`it was stopped after ${offered} of ${planned} messages`);
  if (missed > 0) causes.push(`${missed} entries of the trace were dropped before they were read`);
  if (taken === 0) causes.push("the server has taken no message, so that nothing could be judged");
  const judged = thresholds.map((threshold) => judgeThreshold(threshold, figures));
  return { outcome: outcomeOf(causes, judged), causes, thresholds: judged };
}

function outcomeOf(causes: readonly string[], judged: readonly JudgedThreshold[]): LoadVerdict["outcome"] {
  if (causes.length > 0) return "could-not-run";
  return judged.every(({ held }) => held) ? "passed" : "failed";
}
