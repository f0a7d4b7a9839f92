import type { EntryOf, Trace } from "./index.js";

type Login = EntryOf<"login">;

/** Logins that the server refused, account by account, oldest first. */
export function refusedLogins(trace: Trace): readonly (readonly Login[])[] {
  const refused = trace.of("login", (entry) => entry.outcome === "refused");
  const accounts = [...new Set(refused.map(({ account }) => account))];
  return accounts.map((account) => refused.filter((entry) => entry.account === account));
}

/** From a refused login to the client's next connection, in ms; undefined when there was none. */
export function pauseAfter(trace: Trace, refused: Login): number | undefined {
  const next = trace.after(refused).of("login", ({ account }) => account === refused.account)[0];
  const opened =
    next && trace.of("connection", ({ event, connection }) => event === "opened" && connection === next.connection)[0];
  return opened && Math.round(opened.at - refused.at);
}

/** The pauses after the first, the second … refusal, each of all accounts. */
export function pausesByStep(trace: Trace, steps: number): readonly (readonly number[])[] {
  return Array.from({ length: steps }, (_, step) =>
    refusedLogins(trace).flatMap((logins) => {
      const refused = logins[step];
      return (refused && pauseAfter(trace, refused)) ?? [];
    }),
  );
}

/** The value that as many are below as above. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** How far the middle of the values spreads: the outermost on either side may be the fault of a busy machine. */
export function middleSpread(values: readonly number[]): number {
  return quantile(values, 0.8) - quantile(values, 0.2);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.round(share * (sorted.length - 1))] ?? 0;
}
