import { CodedError } from "../core/coded-error.js";
import type { Clock } from "../core/clock.js";
import type { PressureMeter } from "../core/pressure.js";
import type { Random } from "../core/random.js";
import type { DriverClient } from "../harness/driver/client.js";
import { DriverError } from "../harness/driver/errors.js";
import type { ProviderDescription } from "../harness/driver/methods.js";
import type { MetaSide } from "../harness/ports/meta-side.js";
import type { Chat } from "./ledger.js";
import { choose, type Direction, type Mix } from "./mix.js";
import { pace, pause } from "./pace.js";
import { type Arrivals, dueTimes } from "./schedule.js";
import { introduce, makePair, type Pair } from "./set-up.js";
import { Tally, type Tallied, type Times } from "./tally.js";

export interface LoadOptions {
  readonly meta: MetaSide;
  readonly driver: DriverClient;
  readonly clock: Clock;
  readonly random: Random;
  readonly meter: PressureMeter;
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

/** Pause between two rounds through the events of all users: what each shows is fetched, not awaited. */
const roundMs = 100;
const progressMs = 1000;
/** How long the trace may be silent before it is looked at again. */
const quietMs = 10_000;

/** Drives the load, from the first user to the last message. @throws DriverError when the provider cannot be used. */
export async function conduct(options: LoadOptions): Promise<Conducted> {
  const { meta, driver, clock, random, mix, users, silenceMs, stopped, onProgress } = options;
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
  const sending = new Set<Promise<void>>();
  let fault: { readonly thrown: unknown } | undefined;

  async function send(chat: Chat, pair: Pair, times: Times | undefined): Promise<void> {
    const started = tally.begin(chat, times);
    try {
      if (chat.direction === "in") {
        const id = messageId(random);
        tally.named(chat, started.n, id);
        await pair.contact.send(pair.login, { type: "text", text: started.text }, id);
      } else {
        const content = { type: "text", text: started.text };
        const outcome = await driver.call("message.send", { user: pair.user, to: pair.contact.jid, content });
        if (!outcome.ok) return tally.failed(`message.send: ${outcome.cause.code}`);
      }
      tally.taken(chat, started.n, clock.monotonic() - origin);
    } catch (thrown) {
      if (!(thrown instanceof CodedError) || thrown instanceof DriverError) throw thrown;
      tally.failed(`send: ${String(thrown.code)}`);
    }
  }

  async function takeEvents(): Promise<void> {
    for (const [pair, { user }] of pairs.entries()) {
      const outcome = await driver.call("events.take", { user, timeoutMs: 0 });
      if (!outcome.ok) {
        tally.failed(`events.take: ${outcome.cause.code}`);
        continue;
      }
      for (const { kind, content } of outcome.result.events) {
        if (kind === "message") tally.shownByProvider(pair, textOf(content));
        else if (kind === "error") tally.failed("the provider reported an error");
      }
    }
  }

  /** Until nothing is under way any more, or nothing has moved for long. */
  async function settle(): Promise<void> {
    const never = new AbortController().signal;
    let [before, left] = [-1, options.meter.allow(silenceMs)];
    for (;;) {
      await takeEvents();
      if (fault !== undefined) throw fault.thrown;
      if (sending.size === 0 && tally.open === 0) return;
      if (tally.progress !== before) [before, left] = [tally.progress, options.meter.allow(silenceMs)];
      if (left() <= 0) return;
      await pause(clock, roundMs, never);
    }
  }

  function begin(direction: Direction, at: number, times?: Times): void {
    const pair = pairs[at];
    if (pair === undefined) return;
    const task = send({ pair: at, direction }, pair, times).finally(() => sending.delete(task));
    task.catch((thrown: unknown) => {
      fault ??= { thrown };
    });
    sending.add(task);
  }

  try {
    // Sessions are begun beforehand, so that their cost does not look like the provider's.
    for (const direction of ["in", "out"] as const) {
      if (mix[direction === "in" ? "texts-in" : "texts-out"] === 0) continue;
      for (const at of pairs.keys()) begin(direction, at);
      await settle();
    }
    const start = clock.monotonic();
    const ticking = new AbortController();
    const rounds = (async () => {
      for (let told = start; !ticking.signal.aborted; ) {
        await takeEvents();
        if (clock.monotonic() - told >= progressMs) {
          told = clock.monotonic();
          const { counted } = tally;
          const figures = (["offered", "taken", "shown", "dropped", "errors"] as const).map(
            (n) => `${counted(n)} ${n}`,
          );
          onProgress(`${Math.round((told - start) / 1000)} s: ${figures.join(", ")}; ${sending.size} under way`);
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
        if (sending.size >= options.inFlight) return tally.dropped();
        const times = { due: due - origin, began: clock.monotonic() - origin };
        begin(choose(mix, random), random.int(pairs.length), times);
      },
    });
    ticking.abort();
    await rounds;
    await settle();
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

function textOf(content: unknown): string {
  const text = typeof content === "object" && content !== null && "text" in content ? content.text : undefined;
  return typeof text === "string" ? text : "";
}

/** In the form of the open clients: "3EB0" and 18 upper-case hexadecimal digits (wire 3.6). */
function messageId(random: Random): string {
  return `3EB0${Buffer.from(random.bytes(9)).toString("hex").toUpperCase()}`;
}
