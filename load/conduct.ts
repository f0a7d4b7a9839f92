import type { Clock } from "../core/clock.js";
import type { PressureMeter } from "../core/pressure.js";
import type { Random } from "../core/random.js";
import type { DriverClient } from "../harness/driver/client.js";
import type { ProviderDescription } from "../harness/driver/methods.js";
import type { MetaSide } from "../harness/ports/meta-side.js";
import { choose, type Mix } from "./mix.js";
import { pace, pause } from "./pace.js";
import { type Arrivals, dueTimes } from "./schedule.js";
import { introduce, makePair, type Pair } from "./set-up.js";
import { Tally, type Tallied } from "./tally.js";
import { roundMs, trafficOf } from "./traffic.js";

export interface LoadOptions {
  readonly meta: MetaSide;
  readonly driver: DriverClient;
  readonly clock: Clock;
  readonly random: Random;
  readonly meter: PressureMeter;
  readonly newMessageId: () => string;
  /** Part of every text. */
  readonly run: string;
  /** Users of the provider, each with a WhatsApp user of their own. */
  readonly users: number;
  readonly arrivals: Arrivals;
  readonly mix: Mix;
  /** What is due while so many messages are under way is dropped. */
  readonly inFlight: number;
  /** At the end, waiting goes on while messages still arrive; so many calm milliseconds without any are the end. */
  readonly silenceMs: number;
  /** Ends the load early; what was sent is still waited for and judged. */
  readonly stopped: AbortSignal;
  readonly onProgress: (text: string) => void;
}

export interface Conducted {
  readonly description: ProviderDescription;
  readonly tallied: Tallied;
  /** Entries of the trace that were gone before they were read. */
  readonly missed: number;
}

const progressMs = 1000;
/** How long the trace may be silent before it is looked at again. */
const quietMs = 10_000;

/** Drives the load, from the first user to the last message. @throws DriverError when the provider cannot be used. */
export async function conduct(options: LoadOptions): Promise<Conducted> {
  const { meta, driver, clock, random, mix, users, stopped, onProgress } = options;
  const description = await introduce(driver, meta, mix);
  const pairs: Pair[] = [];
  while (pairs.length < users && !stopped.aborted) {
    pairs.push(await makePair(driver, meta));
    if (pairs.length % 10 === 0) onProgress(`set up ${pairs.length} of ${users} users`);
  }
  const tally = new Tally(
    options.run,
    pairs.map(({ login, contact }) => ({ login, jid: contact.jid })),
  );
  // One clock for what is due and for what the trace says.
  const mark = meta.journal.record({ kind: "scenario", by: "harness", event: "begin" });
  const origin = clock.monotonic() - mark.at;
  const over = new AbortController();
  const following = followTrace(meta, tally, mark.seq, over.signal);
  const traffic = trafficOf({ ...options, pairs, tally, now: () => clock.monotonic() - origin });

  try {
    // Sessions are begun beforehand, so that their cost does not look like the provider's.
    for (const direction of ["in", "out"] as const) {
      if (mix[direction === "in" ? "texts-in" : "texts-out"] === 0) continue;
      for (const at of pairs.keys()) traffic.begin({ pair: at, direction });
      await traffic.settle();
    }
    const start = clock.monotonic();
    const ticking = new AbortController();
    const rounds = (async () => {
      for (let told = start; !ticking.signal.aborted; ) {
        await traffic.takeEvents();
        if (clock.monotonic() - told >= progressMs) {
          told = clock.monotonic();
          const figures = (["offered", "taken", "shown", "dropped", "errors"] as const).map(
            (n) => `${tally.counted(n)} ${n}`,
          );
          onProgress(`${Math.round((told - start) / 1000)} s: ${figures.join(", ")}; ${traffic.underWay} under way`);
        }
        await pause(clock, roundMs, ticking.signal);
      }
    })();
    // It may fail before it is awaited.
    rounds.catch(() => ticking.abort());
    await pace(dueTimes(options.arrivals), {
      clock,
      start,
      stopped: AbortSignal.any([stopped, ticking.signal]),
      fire(due) {
        tally.offered();
        if (traffic.underWay >= options.inFlight) return tally.dropped();
        const times = { due: due - origin, began: clock.monotonic() - origin };
        traffic.begin({ direction: choose(mix, random), pair: random.int(pairs.length) }, times);
      },
    });
    ticking.abort();
    await rounds;
    await traffic.settle();
  } finally {
    over.abort();
  }
  return { description, missed: await following, tallied: tally.result() };
}

/** Reads the trace as it grows, until `over`, and then its rest. Resolves with how many entries it was too late for. */
async function followTrace(meta: MetaSide, tally: Tally, after: number, over: AbortSignal): Promise<number> {
  const { journal } = meta;
  let last = after;
  let missed = 0;
  const read = (): void => {
    for (const entry of journal.since(last)) {
      missed += entry.seq - last - 1;
      last = entry.seq;
      tally.entry(entry);
    }
  };
  while (!over.aborted) {
    await journal.wait(() => true, { ms: quietMs, after: last, signal: over });
    read();
  }
  read();
  return missed;
}
