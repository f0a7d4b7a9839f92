import { toBase64 } from "../../core/bytes.js";
import type { Clock } from "../../core/clock.js";
import type { PressureMeter } from "../../core/pressure.js";
import { explain } from "../causes/explain.js";
import type { Cause, EventEntry, Json, TraceEntry } from "../model/trace.js";
import type { Journal } from "../ports/journal.js";
import {
  type CallOutcome,
  type ProviderContent,
  type ProviderSide,
  type ProviderUser,
  ScenarioBlocked,
} from "../ports/provider-side.js";
import { unsupported } from "./answer.js";
import { type CallOptions, type DriverClient, driverSilent } from "./client.js";
import { capabilityOf, type Method, type Params, type Result, type WireContent } from "./methods.js";
import { withoutFile } from "./trace-form.js";

export interface ProviderSideOptions {
  readonly client: DriverClient;
  readonly capabilities: readonly string[];
  readonly journal: Journal;
  readonly clock: Clock;
  /** How long a check waits for an event by default. */
  readonly patienceMs: number;
  /** Allows more time while this machine is busy. */
  readonly meter?: PressureMeter;
  /** Kills the provider, starts it again and configures it again; absent where that is impossible. */
  readonly restart?: () => Promise<void>;
  /** Kept from one scenario to the next. */
  readonly failures: Failures;
  /** Id under which the journal records what happens. */
  readonly scenario: string;
  /** Ends the scenario: a drive that timed out may still be running, and must not call the provider any more. */
  readonly over: AbortSignal;
}

/** How often in a row a call that must work has failed, and why; and how often it may. */
export type Failures = Map<Method, { readonly count: number; readonly enough: number; readonly cause?: Cause }>;

/**
 * After so many failures in a row, a call that must work is not tried again: its last cause stands for every scenario. Where
 * it has worked before, a busy machine may have made it fail for a while.
 */
const enoughFailures = { neverWorked: 2, hasWorked: 8 };
const sloppyPollMs = 20;

interface TrackedUser extends ProviderUser {
  /**
   * Whether the harness ever asked it to connect. Before that Meta cannot reach the user, so there are no events. A provider
   * that enlists but does not connect yet need not offer `events.take`.
   */
  readonly hasConnected: boolean;
}

/** The provider in one scenario. */
export function providerSide(options: ProviderSideOptions): ProviderSide {
  const { client, journal, clock, patienceMs, meter, failures, over } = options;
  const { scenario } = options;
  const began = journal.last;
  const capabilities = new Set(options.capabilities);
  let users: TrackedUser[] = [];

  function ownEntries(): readonly TraceEntry[] {
    return journal.entries.filter((entry) => entry.seq > began && entry.scenario === scenario);
  }

  function stillOn(): void {
    if (over.aborted) throw new ScenarioBlocked(givenUp);
  }

  /** A check may let a missing method fail, but not one that a declared capability promises. */
  async function ask<M extends Method>(
    method: M,
    params: Params<M>,
    patience?: CallOptions,
  ): Promise<CallOutcome<Result<M>>> {
    stillOn();
    const outcome = await client.call(method, params, patience);
    if (outcome.ok || outcome.cause.code !== unsupported) return outcome;
    const capability = capabilityOf(method, params);
    if (capability === undefined || !capabilities.has(capability)) return outcome;
    throw new ScenarioBlocked(declaredNotOffered(capability, method));
  }

  async function must<M extends Method>(method: M, params: Params<M>): Promise<Result<M>> {
    const before = failures.get(method) ?? { count: 0, enough: enoughFailures.neverWorked };
    if (before.cause !== undefined && before.count >= before.enough) throw new ScenarioBlocked(before.cause);
    const outcome = await ask(method, params);
    if (outcome.ok) {
      failures.set(method, { count: 0, enough: enoughFailures.hasWorked });
      return outcome.result;
    }
    // Explained at once: scenarios that are not driven because of it have no trace of their own.
    const cause = explain(ownEntries(), outcome.cause);
    // A call without an answer costs its whole time-out each time.
    const enough = outcome.cause.code === driverSilent ? enoughFailures.neverWorked : before.enough;
    failures.set(method, { count: before.count + 1, cause, enough });
    throw new ScenarioBlocked(cause);
  }

  async function take(user: string, ms: number): Promise<readonly EventEntry[]> {
    // The provider may use all of `ms`; the patience on top is for the way there and back.
    const outcome = await ask("events.take", { user, timeoutMs: Math.max(0, Math.round(ms)) }, { ms: ms + patienceMs });
    if (!outcome.ok) throw new ScenarioBlocked(outcome.cause);
    return outcome.result.events.map(
      (event) => journal.record({ kind: "event", by: "provider", user, event: withoutFile(event) }) as EventEntry,
    );
  }

  function userOf(id: string): ProviderUser {
    const since = journal.last;
    let login = "";
    let connected = false;
    const enlisted = <Outcome extends CallOutcome<{ login: string }>>(outcome: Outcome): Outcome => {
      if (outcome.ok) login = outcome.result.login;
      return outcome;
    };
    const self: TrackedUser = {
      id,
      get login() {
        return login;
      },
      get hasConnected() {
        return connected;
      },
      async enlist() {
        login = (await must("user.enlist", { user: id })).login;
      },
      tryEnlist: async () => enlisted(await ask("user.enlist", { user: id })),
      async connect() {
        connected = true;
        await must("user.connect", { user: id });
      },
      tryConnect(): Promise<CallOutcome<Json>> {
        connected = true;
        return ask("user.connect", { user: id });
      },
      async disconnect() {
        await must("user.disconnect", { user: id });
      },
      async delete() {
        await must("user.delete", { user: id });
        forgetUser(self);
      },
      async tryDelete() {
        const outcome = await ask("user.delete", { user: id });
        if (outcome.ok) forgetUser(self);
        return outcome;
      },
      send: (to, content, replyTo) =>
        must("message.send", {
          user: id,
          to,
          content: wireContent(content),
          ...(replyTo !== undefined && { replyTo }),
        }),
      trySend: (to, content) => ask("message.send", { user: id, to, content: wireContent(content) }),
      react: (to, target, emoji) => must("message.react", { user: id, to, target, emoji }),
      async read(from, ids) {
        await must("message.read", { user: id, from, ids });
      },
      async typing(to, state) {
        await must("message.typing", { user: id, to, state });
      },
      tryTyping: (to, state) => ask("message.typing", { user: id, to, state }),
      async block(contact) {
        await must("contact.block", { user: id, contact });
      },
      tryBlock: (contact) => ask("contact.block", { user: id, contact }),
      async unblock(contact) {
        await must("contact.unblock", { user: id, contact });
      },
      blocklist: async () => (await must("contact.blocklist", { user: id })).contacts,
      async notify(to) {
        await must("reachability.notify", { user: id, to });
      },
      tryNotify: (to) => ask("reachability.notify", { user: id, to }),
      async rotateKeys() {
        await must("keys.rotate", { user: id });
      },
      exportState: async () => (await must("state.export", { user: id })).state,
      async importState(state) {
        await must("state.import", { user: id, state });
      },
      async event(kind, fits = () => true, ms = patienceMs) {
        const wanted = (entry: EventEntry): boolean =>
          entry.user === id && entry.event.kind === kind && fits(entry.event);
        const reported = journal
          .since(since)
          .find((entry): entry is EventEntry => entry.kind === "event" && wanted(entry));
        if (reported !== undefined) return reported;
        const rest = meter?.allow(ms) ?? exactly(clock, ms);
        for (let left = ms; left > 0; left = rest()) {
          const events = await take(id, left);
          const found = events.find(wanted);
          if (found !== undefined) return found;
          // The protocol says "[] at the time-out". A driver that answers [] at once must not make the harness spin.
          if (events.length === 0) await pause(clock, Math.min(sloppyPollMs, Math.max(0, rest())));
        }
        return undefined;
      },
    };
    users.push(self);
    return self;
  }

  /** A deleted user has no events to report. */
  function forgetUser(gone: TrackedUser): void {
    users = users.filter((user) => user !== gone);
  }

  async function newUser(wanted?: string): Promise<ProviderUser> {
    return userOf((await must("user.create", wanted === undefined ? {} : { user: wanted })).user);
  }

  async function enlistedUser(): Promise<ProviderUser> {
    const user = await newUser();
    await user.enlist();
    return user;
  }

  return {
    capabilities,
    newUser,
    enlistedUser,
    async connectedUser() {
      const user = await enlistedUser();
      await user.connect();
      return user;
    },
    async rotateToken() {
      await must("token.rotate", {});
    },
    async restart() {
      if (options.restart === undefined) throw new TypeError("Restart provider: its driver cannot be started again");
      stillOn();
      await options.restart();
    },
    async drainEvents() {
      for (const user of users) if (user.hasConnected) await take(user.id, 0);
    },
  };
}

const givenUp: Cause = { code: "scenario-too-long", message: "The scenario is over" };

function wireContent(content: ProviderContent): WireContent {
  return content.type === "text" ? content : { ...content, data: toBase64(content.data) };
}

function declaredNotOffered(capability: string, method: Method): Cause {
  const message = `The provider declares "${capability}", but its driver has no method ${method} (JSON-RPC error -32601): implement the method, or do not declare the capability`;
  return { code: "declared-not-offered", message };
}

function exactly(clock: Clock, ms: number): () => number {
  const until = clock.monotonic() + ms;
  return () => until - clock.monotonic();
}

function pause(clock: Clock, ms: number): Promise<void> {
  return new Promise((resolve) => void clock.after(ms, resolve));
}
