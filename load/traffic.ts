import { CodedError } from "../core/coded-error.js";
import type { Clock } from "../core/clock.js";
import type { PressureMeter } from "../core/pressure.js";
import type { DriverClient } from "../harness/driver/client.js";
import { DriverError } from "../harness/driver/errors.js";
import type { Chat } from "./ledger.js";
import { pause } from "./pace.js";
import type { Pair } from "./set-up.js";
import type { Tally, Times } from "./tally.js";

export interface TrafficDeps {
  readonly driver: DriverClient;
  readonly pairs: readonly Pair[];
  readonly tally: Tally;
  readonly clock: Clock;
  readonly meter: PressureMeter;
  readonly newMessageId: () => string;
  /** In the time of the trace. */
  readonly now: () => number;
  /** So many calm milliseconds in which nothing arrives are the end. */
  readonly silenceMs: number;
}

/** The messages of a load: how they are sent, and how what the provider shows is fetched. */
export interface Traffic {
  /** How many are being sent. */
  readonly underWay: number;
  /** Sends one and waits for nothing. @param times Undefined while the load warms up. */
  begin(chat: Chat, times?: Times): void;
  /** One round through the events of all users. */
  takeEvents(): Promise<void>;
  /** Until nothing is under way any more, or nothing has moved for long. @throws What ended a message, if anything but a refusal. */
  settle(): Promise<void>;
}

/** Pause between two rounds through the events of all users: what each shows is fetched, not awaited. */
export const roundMs = 100;

export function trafficOf({ driver, pairs, tally, clock, meter, newMessageId, now, silenceMs }: TrafficDeps): Traffic {
  const sending = new Set<Promise<void>>();
  let fault: { readonly thrown: unknown } | undefined;

  async function send(chat: Chat, pair: Pair, times: Times | undefined): Promise<void> {
    const started = tally.begin(chat, times);
    try {
      if (chat.direction === "in") {
        const id = newMessageId();
        tally.named(chat, started.n, id);
        await pair.contact.send(pair.login, { type: "text", text: started.text }, id);
      } else {
        const content = { type: "text", text: started.text };
        const outcome = await driver.call("message.send", { user: pair.user, to: pair.contact.jid, content });
        if (!outcome.ok) return tally.failed(`message.send: ${outcome.cause.code}`);
      }
      tally.taken(chat, started.n, now());
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

  return {
    get underWay() {
      return sending.size;
    },
    begin(chat, times) {
      const pair = pairs[chat.pair];
      if (pair === undefined) return;
      const task = send(chat, pair, times).finally(() => sending.delete(task));
      task.catch((thrown: unknown) => {
        fault ??= { thrown };
      });
      sending.add(task);
    },
    takeEvents,
    async settle() {
      const never = new AbortController().signal;
      let [before, left] = [-1, meter.allow(silenceMs)];
      for (;;) {
        await takeEvents();
        if (fault !== undefined) throw fault.thrown;
        if (sending.size === 0 && tally.open === 0) return;
        if (tally.progress !== before) [before, left] = [tally.progress, meter.allow(silenceMs)];
        if (left() <= 0) return;
        await pause(clock, roundMs, never);
      }
    },
  };
}

function textOf(content: unknown): string {
  const text = typeof content === "object" && content !== null && "text" in content ? content.text : undefined;
  return typeof text === "string" ? text : "";
}
