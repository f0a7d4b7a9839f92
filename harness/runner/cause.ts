import type { Cause, TraceEntry } from "../model/trace.js";

/** Calls without which nothing else can be asked of a provider's user. */
const prerequisites: ReadonlySet<string> = new Set(["user.create", "user.enlist", "user.connect"]);

/**
 * Why a check was not reached although its exchange went through: a prerequisite failed that the exchange let fail. The
 * same cause then stands at every check that needs it. What failed under a fault failed because of that.
 */
export function causeOfSilence(entries: readonly TraceEntry[]): Cause {
  const disturbed = entries.some((entry) => entry.kind === "fault" && entry.event === "applied");
  const failed = entries.find(
    (entry) => entry.kind === "driver" && entry.error !== undefined && prerequisites.has(entry.method),
  );
  if (disturbed || failed?.kind !== "driver" || failed.error === undefined) return notReached;
  const { code, detail = `${failed.method} failed: ${code}` } = failed.error;
  return { code, message: detail };
}

const notReached: Cause = {
  code: "not-reached",
  message: "The exchange went through, but the provider never came to the point that this check judges",
};
