import type { Outcome, Summary, Verdict } from "../../harness/model/result.js";

export const verdictWords: Readonly<Record<Verdict, string>> = {
  pass: "pass",
  fail: "fail",
  warn: "warn",
  "not-applicable": "not applicable",
  "could-not-run": "could not run",
  unstable: "unstable",
  review: "review",
};

export const outcomeWords: Readonly<Record<Outcome, string>> = {
  passed: "Passed",
  failed: "Failed",
  incomplete: "Incomplete",
  environment: "Could not be tested",
};

/** Counts in the order in which people look for them; zero counts of the rarer verdicts are left out. */
export function countsOf(summary: Summary): readonly { readonly verdict: Verdict; readonly count: number }[] {
  const all: { readonly verdict: Verdict; readonly count: number }[] = [
    { verdict: "pass", count: summary.pass },
    { verdict: "fail", count: summary.fail },
    { verdict: "warn", count: summary.warn },
    { verdict: "could-not-run", count: summary.couldNotRun },
    { verdict: "not-applicable", count: summary.notApplicable },
    { verdict: "unstable", count: summary.unstable },
    { verdict: "review", count: summary.review },
  ];
  return all.filter(({ verdict, count }) => count > 0 || verdict === "pass" || verdict === "fail");
}

/** `plural(1, "check")` is "1 check", `plural(2, "check")` is "2 checks". */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** Milliseconds as a person says them: "840 ms", "3.2 s", "2 min 5 s". */
export function duration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
