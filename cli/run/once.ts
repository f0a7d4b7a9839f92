import type { Transport } from "../../harness/driver/transport.js";
import type { RunResult } from "../../harness/model/result.js";
import { systemClock } from "../../runtime/system-clock.js";
import type { ExitCode } from "../exit-codes.js";
import type { Executed } from "./execute.js";
import type { RunInput } from "./options.js";
import { providerTransport } from "./provider-transport.js";

export interface Once {
  readonly result: RunResult;
  readonly code: ExitCode;
}

/** One run with its report, in which a person is the driver. */
async function runByHand(input: RunInput): Promise<Once> {
  const { startManual } = await import("../manual/manual.js");
  const { execute } = await import("./execute.js");
  const { publish } = await import("./publish.js");
  const { io, options, terminal } = input;
  const manual = await startManual({ io, terminal, capabilities: options.capabilities, clock: systemClock });
  try {
    const executed = await execute(input, manual.transport, () => manual.transport, manual);
    const code = await publish(input, executed);
    manual.over(options.out);
    return { result: executed.result, code };
  } finally {
    await manual.close();
  }
}

/** One run with its report. The provider's process starts first, while the larger part of the harness is still loading. */
export async function runOnce(input: RunInput): Promise<Once> {
  if (input.options.manual === true) return runByHand(input);
  const transport = providerTransport(input.options, systemClock, input.io);
  const another = (): Transport => providerTransport(input.options, systemClock, input.io, { beside: true });
  let executed: Executed;
  try {
    const { execute } = await import("./execute.js");
    executed = await execute(input, transport, another);
  } catch (thrown) {
    await transport.close();
    throw thrown;
  }
  const { publish } = await import("./publish.js");
  return { result: executed.result, code: await publish(input, executed) };
}
