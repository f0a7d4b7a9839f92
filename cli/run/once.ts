import type { Check } from "../../harness/model/check.js";
import type { Transport } from "../../harness/driver/transport.js";
import type { RunResult } from "../../harness/model/result.js";
import type { LoadedProfile } from "../../profiles/built-in.js";
import { systemClock } from "../../runtime/system-clock.js";
import type { Baseline } from "../baseline/read.js";
import type { ExitCode } from "../exit-codes.js";
import type { Io } from "../io.js";
import type { Recording } from "../recording.js";
import type { Ran } from "./drive.js";
import type { RunCommandOptions } from "./options.js";
import { providerTransport } from "./provider-transport.js";

export interface OnceInput {
  readonly io: Io;
  readonly options: RunCommandOptions;
  readonly loaded: LoadedProfile;
  readonly checks: readonly Check[];
  readonly terminal: Recording;
  readonly baseline: Baseline | undefined;
}

export interface Once {
  readonly result: RunResult;
  readonly code: ExitCode;
}

/**
 * One run with its report. The driver's process starts while the larger part of the harness is still being loaded.
 */
export async function runOnce(input: OnceInput): Promise<Once> {
  const transport = providerTransport(input.options, systemClock, input.io);
  const another = (): Transport => providerTransport(input.options, systemClock, input.io, { beside: true });
  let ran: Ran;
  try {
    const { drive } = await import("./drive.js");
    ran = await drive({ ...input, transport, another });
  } catch (thrown) {
    await transport.close();
    throw thrown;
  }
  const { publish } = await import("./publish.js");
  return { result: ran.result, code: await publish({ ...input, ran }) };
}
