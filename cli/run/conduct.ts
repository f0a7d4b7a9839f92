import type { Check } from "../../harness/model/check.js";
import { checksFor, selectChecks } from "../../harness/runner/select.js";
import { loadProfile } from "../../profiles/load.js";
import { systemClock } from "../../runtime/system-clock.js";
import { checks as allChecks } from "../../suites/index.js";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import { terminalOf } from "../terminal.js";
import type { Ran } from "./drive.js";
import type { RunCommandOptions } from "./options.js";
import { providerTransport } from "./provider-transport.js";

/**
 * `interop run`: everything from options to exit code. What the user configured is judged before anything is started;
 * then the driver's process starts while the larger part of the harness is still being loaded.
 */
export async function conduct(options: RunCommandOptions): Promise<ExitCode> {
  const terminal = terminalOf(options.json === true ? process.stderr : process.stdout);
  const loaded = await loadProfile(options.profile);
  const checks = checksFor(loaded.profile, await chosenChecks(options));
  if (checks.length === 0) {
    terminal.write(`Nothing to run again: the last report in ${options.out} left no check open\n`);
    return exitCodes.passed;
  }
  const transport = providerTransport(options, systemClock);
  let ran: Ran;
  try {
    const { drive } = await import("./drive.js");
    ran = await drive({ options, loaded, checks, transport, terminal });
  } catch (thrown) {
    await transport.close();
    throw thrown;
  }
  const { publish } = await import("./publish.js");
  return publish(options, loaded, ran, terminal);
}

async function chosenChecks({ selectors, onlyFailed, out }: RunCommandOptions): Promise<readonly Check[]> {
  const selected = selectChecks(allChecks, selectors);
  if (onlyFailed !== true) return selected;
  const { openInLastReport } = await import("./only-failed.js");
  return openInLastReport(selected, out);
}
