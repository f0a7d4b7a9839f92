import { reasonOf } from "../../core/coded-error.js";
import { driverClient } from "../../harness/driver/client.js";
import { DriverError } from "../../harness/driver/errors.js";
import type { Transport } from "../../harness/driver/transport.js";
import { plural } from "../../reports/view/verdict-words.js";
import { ownCommand } from "../run/identity.js";
import { loadProfile } from "../../profiles/load.js";
import { paintOf } from "../../reports/index.js";
import { redact } from "../../reports/redact/redact.js";
import { hang, oneLine } from "../../reports/text/printable.js";
import { systemRandom } from "../../runtime/random.js";
import { systemClock } from "../../runtime/system-clock.js";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import type { Io } from "../io.js";
import { endpointFor } from "../provider-endpoint.js";
import { hostsFor, type ProviderOptions } from "../provider-options.js";
import { providerTransport } from "../run/provider-transport.js";
import { type Terminal, terminalOf } from "../terminal.js";
import { describes, failsInForm, knowsCapabilities, refusesTheUnknown, resets, stillThere } from "./driver-probes.js";
import { configures, publishesKeys, reachable } from "./endpoint-probes.js";
import { type Diagnosis, type Patient, type Probe, unwell, well } from "./probe.js";

const probes: readonly Probe[] = [
  describes,
  knowsCapabilities,
  refusesTheUnknown,
  configures,
  publishesKeys,
  ...reachable,
  resets,
  failsInForm,
  stillThere,
];

/** A driver should end by itself when its stdin is closed; after this it is killed. */
const endWithinMs = 950;

/** `interop doctor`: one line per probe, with what to do about each problem. */
export async function doctor(options: ProviderOptions, io: Io): Promise<ExitCode> {
  const { profile } = await loadProfile(options.profile);
  const terminal = terminalOf(io.stdout, io.env);
  const meta = await endpointFor(options, { profile });
  const transport = providerTransport(options, systemClock, io);
  const driver = driverClient({ transport, clock: systemClock, callMs: options.timeout, ...hostsFor(options) });
  let problems = 0;
  const tell = (name: string, diagnosis: Diagnosis): void => {
    if (!diagnosis.ok) problems++;
    terminal.write(line(name, diagnosis, terminal));
  };
  try {
    const alive = await examine({ driver, meta, clock: systemClock, random: systemRandom }, tell);
    const ended = await end(transport);
    if (alive && options.url === undefined) tell("end", ended);
  } finally {
    await transport.close();
    await meta.close();
  }
  terminal.write(
    problems === 0
      ? `\nReady for: ${ownCommand(io)} run\n`
      : `\n${plural(problems, "problem")} to fix before the first run\n`,
  );
  return problems === 0 ? exitCodes.passed : exitCodes.environment;
}

/** Returns whether the driver lived through all probes. */
async function examine(patient: Patient, tell: (name: string, diagnosis: Diagnosis) => void): Promise<boolean> {
  for (const probe of probes) {
    try {
      tell(probe.name, await probe.examine(patient));
    } catch (thrown) {
      if (!(thrown instanceof DriverError)) throw thrown;
      tell(probe.name, unwell(reasonOf(thrown), "Nothing more can be asked until this works"));
      return false;
    }
    // A driver that cannot say who it is would answer nothing else either, each time after a time-out.
    if (patient.description === undefined) return false;
  }
  return true;
}

async function end(transport: Transport): Promise<Diagnosis> {
  const began = systemClock.monotonic();
  await transport.close();
  return systemClock.monotonic() - began < endWithinMs
    ? well("ended when its stdin was closed")
    : unwell("went on when its stdin was closed, and was killed", "End the process at the end of stdin");
}

function line(name: string, diagnosis: Diagnosis, terminal: Terminal): string {
  const paint = paintOf(terminal);
  const word = diagnosis.ok ? paint.green("ok     ") : paint.red("problem");
  const head = name.padEnd(16);
  const advice =
    diagnosis.advice === undefined ? "" : `${hang(" ".repeat(25), oneLine(diagnosis.advice), terminal.width)}\n`;
  const found = hang(" ".repeat(25), oneLine(redact(diagnosis.found)), terminal.width).trimStart();
  return `${word}  ${head}${found}\n${advice}`;
}
