import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { driverClient } from "../../harness/driver/client.js";
import { conduct } from "../../load/conduct.js";
import { type LoadReport, loadReport } from "../../load/report.js";
import { countOf } from "../../load/schedule.js";
import { withUsual } from "../../load/thresholds.js";
import { judge } from "../../load/verdict.js";
import type { MetaEndpoint } from "../../mock-server/index.js";
import { loadProfile } from "../../profiles/load.js";
import { newMessageId } from "../../protocol/ids/message-id.js";
import { redactValue } from "../../reports/redact/redact.js";
import { pressureMeter, systemGauge } from "../../runtime/pressure-meter.js";
import { seededRandom, systemRandom } from "../../runtime/random.js";
import { systemClock } from "../../runtime/system-clock.js";
import { CliError } from "../errors.js";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import { fileProblem } from "../file-problem.js";
import type { Io } from "../io.js";
import { endpointFor } from "../provider-endpoint.js";
import { hostsFor } from "../provider-options.js";
import { loadReportFolder } from "../report-out.js";
import { providerTransport } from "../run/provider-transport.js";
import { terminalOf } from "../terminal.js";
import { loadJunit } from "./junit.js";
import { loadLines } from "./lines.js";
import type { LoadCommandOptions } from "./options.js";

/** A record is kept of each message until the end. */
const maximumMessages = 1_000_000;
/** The trace is read as it grows: this bridges the time in which nothing is read. */
const journal = { maximumEntries: 200_000, maximumBytes: 64 * 2 ** 20 };
/** Beside one connection for each user: files, the driver's pipes, the servers, HTTP. */
const otherDescriptors = 64;
/** An exit code that says that a person stopped it. */
const endedByInterrupt = 130;

/** `interop load`, from options to exit code. */
export async function load(options: LoadCommandOptions, io: Io): Promise<ExitCode> {
  const { users, mix, inFlight, out, json } = options;
  const arrivals = { perSecond: options.rate, seconds: options.for, shape: options.shape };
  assertPossible(users, countOf(arrivals));
  const { profile } = await loadProfile(options.profile);
  await loadReportFolder(out);
  const terminal = terminalOf(json === true ? io.stderr : io.stdout, io.env);
  const seed = options.seed ?? Buffer.from(systemRandom.bytes(6)).toString("hex");
  const startedAt = new Date(systemClock.now()).toISOString();
  const random = seededRandom(`${seed}/load`);
  const meter = pressureMeter(systemClock, systemGauge());
  const controller = new AbortController();
  const { release } = io.onStop(() => {
    if (controller.signal.aborted) return io.exit(endedByInterrupt);
    controller.abort();
    terminal.write("Stopping; press Ctrl-C again to stop at once\n");
  });
  const transport = providerTransport(options, systemClock, io);
  let meta: MetaEndpoint | undefined;
  let report: LoadReport;
  try {
    meta = await endpointFor(options, { profile, seed, journal });
    const driver = driverClient({
      transport,
      clock: systemClock,
      callMs: options.timeout,
      meter,
      ...hostsFor(options),
    });
    const { description, tallied, missed } = await conduct({
      meta,
      driver,
      clock: systemClock,
      random,
      newMessageId: () => newMessageId(random),
      meter,
      run: seed.replaceAll(/\s/g, "_"),
      users,
      arrivals,
      mix,
      inFlight,
      silenceMs: options.silence,
      stopped: controller.signal,
      onProgress: (text) => terminal.write(`${text}\n`),
    });
    const verdict = judge(tallied, withUsual(options.threshold ?? []), {
      lagMs: options.lag,
      planned: countOf(arrivals),
      missed,
    });
    const { name, version } = profile;
    const about = { plan: { ...arrivals, users, mix, inFlight }, profile: { name, version }, seed };
    report = redactValue(loadReport(about, description, tallied, verdict));
  } finally {
    // The provider first: otherwise it sees an outage and tries to reconnect.
    await transport.close();
    await meta?.close();
    meter.close();
    release();
  }
  const text = `${JSON.stringify(report, undefined, 2)}\n`;
  if (json === true) io.stdout.write(text);
  terminal.write(loadLines(report));
  await store(join(out, "load.json"), text);
  await store(join(out, "load-junit.xml"), loadJunit(report, startedAt));
  return codeOf[report.outcome];
}

const codeOf: Readonly<Record<LoadReport["outcome"], ExitCode>> = {
  passed: exitCodes.passed,
  failed: exitCodes.failed,
  "could-not-run": exitCodes.incomplete,
};

/**
 * @param limit How many descriptors this process may have; undefined where the system does not tell.
 * @throws CliError `bad-option-value`, `too-few-descriptors`.
 */
export function assertPossible(users: number, messages: number, limit = descriptorLimit()): void {
  if (messages > maximumMessages) {
    throw new CliError(
      "bad-option-value",
      `Planning the load: found ${messages} messages, wanted at most ${maximumMessages}; lower --rate or --for`,
    );
  }
  const wanted = users + otherDescriptors;
  if (limit === undefined || wanted <= limit) return;
  throw new CliError(
    "too-few-descriptors",
    `Planning the load: found a limit of ${limit} open files, wanted ${wanted} for ${users} users; raise it, for example by ulimit -n ${wanted}, or lower --users`,
  );
}

function descriptorLimit(): number | undefined {
  try {
    const [, soft] = /^Max open files\s+(\d+)/m.exec(readFileSync("/proc/self/limits", "utf8")) ?? [];
    return soft === undefined ? undefined : Number(soft);
  } catch {
    return undefined;
  }
}

async function store(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (thrown) {
    throw new CliError("file-not-writable", `Writing "${path}": ${fileProblem(thrown)}; wanted a file to write to`, {
      cause: thrown,
    });
  }
}
