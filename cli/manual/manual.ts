import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import type { Clock } from "../../core/clock.js";
import { localDriver, type Transport } from "../../harness/driver/transport.js";
import type { MetaSide } from "../../harness/ports/meta-side.js";
import type { ProgressEvent } from "../../harness/runner/types.js";
import { systemRandom } from "../../runtime/random.js";
import type { Io } from "../io.js";
import type { Terminal } from "../terminal.js";
import { usualByHand } from "./capabilities.js";
import { createDesk } from "./desk.js";
import { manualDriver } from "./driver.js";
import { picturesIn } from "./pictures.js";
import { servePage } from "./server.js";
import type { EarlierProvider } from "./start.js";
import { showOnTerminal } from "./terminal.js";
import { cardInView, noProgress, type Progress, progressAfter, type View } from "./view.js";

/** A run in which a person is the driver. */
export interface ManualRun {
  readonly transport: Transport;
  /** Before the first call of the driver. @param stop Ends the run after the current scenario. */
  begin(meta: MetaSide, stop: () => void): void;
  /** @param event Without secrets, so that it can be shown. */
  on(event: ProgressEvent): void;
  /** The person leaves, by Ctrl-C. */
  leave(): void;
  /** The report is written. */
  over(report: string): void;
  /** Answers the requests of the page that still wait, and stops serving it. */
  close(): Promise<void>;
}

export interface ManualDeps {
  readonly io: Io;
  readonly terminal: Pick<Terminal, "write">;
  readonly capabilities: readonly string[] | undefined;
  /** Of the run that goes on. */
  readonly earlier: EarlierProvider | undefined;
  readonly clock: Clock;
  /** Of the report. */
  readonly folder: string;
}

/** How long a page that has nothing new is kept waiting: shorter than what closes connections on their way. */
const longestWaitMs = 20_000;

/** Starts the page, and shows its address. @throws CliError `cannot-listen`. */
export async function startManual({
  io,
  terminal,
  capabilities = usualByHand,
  earlier,
  clock,
  folder,
}: ManualDeps): Promise<ManualRun> {
  const desk = createDesk();
  let side: MetaSide | undefined;
  let stopRun = (): void => undefined;
  let progress: Progress = noProgress;
  let report: string | undefined;
  let version = 1;
  let closing = false;
  const waiting = new Set<() => void>();
  desk.subscribe(() => {
    version += 1;
    wakeAll();
  });

  const driver = manualDriver({
    desk,
    meta() {
      if (side === undefined) throw new TypeError("Ask a person: the run has not begun");
      return side;
    },
    capabilities,
    earlier,
    clock,
  });

  function view(): View {
    return { version, ...cardInView(desk.card), progress, ...(report !== undefined && { report }) };
  }

  function wakeAll(): void {
    for (const wake of waiting) wake();
  }

  function changedFrom(seen: number, ms: number): Promise<void> {
    if (seen !== version || closing) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = (): void => {
        waiting.delete(wake);
        timer.cancel();
        resolve();
      };
      const timer = clock.after(ms, wake);
      waiting.add(wake);
    });
  }

  function leave(): void {
    stopRun();
    driver.leave();
  }

  const pictures = picturesIn(folder, (entry) => side?.journal.record(entry));
  const page = await servePage({
    desk,
    random: systemRandom,
    clock,
    view,
    next: (seen) => changedFrom(seen, longestWaitMs),
    leave,
    picture: pictures.keep,
  });
  const say = (text: string): void => terminal.write(`${text}\n`);
  say(`Open ${page.url}\nThis page shows one step at a time; you can also answer here.`);
  const isTerminal = io.stdout.isTTY === true;
  const lines = isTerminal ? createInterface({ input: Readable.from(io.stdin) }) : undefined;
  const face = showOnTerminal(desk, say, lines);

  return {
    transport: localDriver(driver),
    begin(meta, stop) {
      side = meta;
      stopRun = stop;
    },
    on(event) {
      progress = progressAfter(progress, event);
      desk.changed();
    },
    leave: driver.leave,
    over(path) {
      report = path;
      desk.changed();
    },
    async close() {
      face.close();
      lines?.close();
      closing = true;
      wakeAll();
      await page.close();
    },
  };
}
