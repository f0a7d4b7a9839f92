import { reasonOf } from "../../core/coded-error.js";
import type { MetaEndpoint } from "../../mock-server/index.js";
import { startMetaEndpoint } from "../../mock-server/index.js";
import { loadProfile } from "../../profiles/load.js";
import { systemClock } from "../../runtime/system-clock.js";
import { CliError } from "../errors.js";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import { fileProblem } from "../file-problem.js";
import type { Io } from "../io.js";
import { readyFileAt } from "./ready-file.js";

export interface ServeOptions {
  readonly profile: string;
  readonly seed?: string;
  readonly listen: string;
  readonly advertise?: string;
  readonly port: number;
  readonly tcpPort: number;
  readonly adminListen: string;
  readonly adminPort: number;
  readonly tls?: true;
  readonly keyLog?: string;
  readonly journalLimit: number;
  /** MiB. */
  readonly journalSize: number;
  readonly readyFile?: string;
}

/** Sockets that will not close must not keep the process. */
const closeWithinMs = 900;

/** `interop serve`: until SIGTERM or Ctrl-C. */
export async function serve(options: ServeOptions, io: Io): Promise<ExitCode> {
  const { profile } = await loadProfile(options.profile);
  // Asked for before the endpoint is up, so that a signal during the start is not lost.
  const stop = stopSignal(io);
  try {
    await serveUntil(stop.done, options, profile, io);
  } finally {
    stop.release();
  }
  return exitCodes.passed;
}

async function serveUntil(
  stopped: Promise<void>,
  options: ServeOptions,
  profile: MetaEndpoint["profile"],
  { stdout, stderr }: Io,
): Promise<void> {
  if (options.keyLog !== undefined) stderr.write(keyLogWarning(options.keyLog));
  if (profile.accounts.login === "device" && options.tls !== true) stderr.write(noMediaHost);
  const readyFile = options.readyFile === undefined ? undefined : await readyFileAt(options.readyFile);
  const endpoint = await start(options, profile, (failure) => stderr.write(keyLogEnded(options.keyLog, failure)));
  try {
    const manifest = `${JSON.stringify(endpoint.manifest(), undefined, 2)}\n`;
    await readyFile?.write(manifest);
    stdout.write(manifest);
    stderr.write(
      `interop: serving with seed ${endpoint.seed}, chat over TCP on port ${endpoint.chatTcpPort}, ` +
        `inspector at ${endpoint.manifest().adminUrl}/inspector/, admin page at ${endpoint.manifest().adminUrl}/docs\n`,
    );
    await stopped;
  } finally {
    await readyFile?.remove();
    await Promise.race([endpoint.close(), after(closeWithinMs)]);
  }
}

async function start(
  options: ServeOptions,
  profile: MetaEndpoint["profile"],
  onKeyLogFailure: (failure: unknown) => void,
): Promise<MetaEndpoint> {
  const { listen: host, advertise, port: httpPort, tcpPort: chatTcpPort, seed, keyLog } = options;
  try {
    return await startMetaEndpoint({
      profile,
      listen: { host, httpPort, chatTcpPort, ...(advertise !== undefined && { advertise }) },
      admin: { host: options.adminListen, port: options.adminPort },
      journal: { maximumEntries: options.journalLimit, maximumBytes: options.journalSize * 2 ** 20 },
      tls: options.tls === true,
      ...(seed !== undefined && { seed }),
      ...(keyLog !== undefined && { keyLog, onKeyLogFailure }),
    });
  } catch (thrown) {
    if (!isSystemError(thrown)) throw thrown;
    throw cannotStart(options, thrown);
  }
}

function cannotStart(
  { listen, port, tcpPort, adminListen, adminPort, keyLog }: ServeOptions,
  cause: SystemError,
): CliError {
  const reason = reasonOf(cause);
  if (cause.syscall === "open" && keyLog !== undefined) {
    const message = `Opening the key log "${keyLog}": ${reason}; wanted a file that can be written`;
    return new CliError("key-log-not-writable", message, { cause });
  }
  const where = `${listen}, ports ${port} and ${tcpPort}, and ${adminListen}, port ${adminPort}`;
  return new CliError("cannot-listen", `Listening on ${where}: ${reason}; wanted free ports; choose others`, { cause });
}

const noMediaHost =
  "interop: WARNING: without --tls there is no media host for ordinary clients, which may then ask that of the real " +
  "service for the files of simulated users.\n";

/** Nobody should have this on by mistake. */
function keyLogWarning(file: string): string {
  return (
    `interop: WARNING: --key-log writes the keys of every connection to "${file}". Whoever has that file can read all ` +
    `recorded traffic, tokens included. Never use it with keys or users that matter, and delete the file afterwards.\n`
  );
}

function keyLogEnded(file: string | undefined, failure: unknown): string {
  return `interop: WARNING: the key log "${file}" ends here: ${fileProblem(failure)}; logins go on, and their keys are not written\n`;
}

interface Stop {
  readonly done: Promise<void>;
  release(): void;
}

/** Hears of the first one only: a second one ends the process, should it not end by itself. */
function stopSignal(io: Io): Stop {
  let heard = (): void => undefined;
  const done = new Promise<void>((resolve) => {
    heard = resolve;
  });
  const { release } = io.onStop(() => {
    release();
    heard();
  });
  return { done, release };
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => systemClock.after(ms, resolve));
}

interface SystemError {
  readonly syscall: unknown;
}

function isSystemError(thrown: unknown): thrown is SystemError {
  return typeof thrown === "object" && thrown !== null && "syscall" in thrown;
}
