import type { Transport } from "../../harness/driver/transport.js";
import type { RunResult } from "../../harness/model/result.js";
import { systemClock } from "../../runtime/system-clock.js";
import type { ExitCode } from "../exit-codes.js";
import type { Resumed } from "../manual/resume.js";
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
  const { io, options, terminal, resumed } = input;
  const earlier = resumed?.provider;
  const capabilities = earlier?.capabilities ?? options.capabilities;
  const manual = await startManual({ io, terminal, capabilities, earlier, clock: systemClock, folder: options.out });
  try {
    const own = await execute(input, manual.transport, () => manual.transport, manual);
    const executed = resumed === undefined ? own : await joined(resumed, own);
    const code = await publish(input, executed);
    manual.over(options.out);
    return { result: executed.result, code };
  } finally {
    await manual.close();
  }
}

async function joined(resumed: Resumed, own: Executed): Promise<Executed> {
  const { withEarlier } = await import("../manual/resume.js");
  return withEarlier(resumed, own);
}

/** One run with its report. The provider's process starts first, while the larger part of the harness is still loading. */
export async function runOnce(input: RunInput): Promise<Once> {
  if (input.options.manual === true) return runByHand(input);
  // Said last, below the summary.
  const notes: string[] = [];
  const note = (line: string): void => void notes.push(line);
  try {
    return await runWith(input, note);
  } finally {
    for (const line of notes) input.io.stderr.write(line);
  }
}

async function runWith(input: RunInput, note: (line: string) => void): Promise<Once> {
  const { options, io } = input;
  const transport = providerTransport(options, systemClock, io, { note });
  const another = (): Transport => providerTransport(options, systemClock, io, { beside: true, note });
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
