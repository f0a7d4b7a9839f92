import { CodedError, reasonOf } from "../../core/coded-error.js";
import type { Clock } from "../../core/clock.js";
import { DriverError } from "../driver/errors.js";
import type { Drive, DriveContext } from "../checks/check.js";
import type { Cause } from "../model/trace.js";
import { ScenarioBlocked } from "../ports/provider-side.js";
import { harnessFault } from "./judge.js";

/**
 * Drives one exchange to its end, to the first call that must work and does not, or to the time limit. Returns why it
 * stopped early; undefined when it went through.
 * @throws DriverError when the provider cannot be used any more.
 */
export async function driveScenario(
  drive: Drive,
  context: DriveContext,
  clock: Clock,
  limitMs: number,
): Promise<Cause | undefined> {
  let stopClock: () => void = () => undefined;
  const late = new Promise<Cause>((resolve) => {
    const timer = clock.after(limitMs, () =>
      resolve({ code: "scenario-too-long", message: `The exchange did not end within ${limitMs} ms` }),
    );
    stopClock = () => timer.cancel();
  });
  const driven = drive(context).then(
    () => undefined,
    (thrown: unknown): Cause => {
      if (thrown instanceof ScenarioBlocked) return thrown.stopped;
      if (thrown instanceof DriverError) throw thrown;
      // The Meta side could not do its part, for example because the account that it should write to does not exist.
      if (thrown instanceof CodedError) return { code: String(thrown.code), message: thrown.message };
      return { code: harnessFault, message: `The harness failed while driving: ${reasonOf(thrown)}` };
    },
  );
  // Nobody awaits an exchange that lost the race; its failure must not count as unhandled.
  driven.catch(() => undefined);
  try {
    return await Promise.race([driven, late]);
  } finally {
    stopClock();
  }
}
