import type { Clock, Timer } from "../../core/clock.js";
import { type PressureMeter, stretched } from "../../core/pressure.js";
import type { Cause, Json, NewEntryOf } from "../model/trace.js";
import type { Journal } from "../ports/journal.js";
import type { CallOutcome } from "../ports/provider-side.js";
import { DriverError } from "./errors.js";
import { validateMessage } from "./method-schemas.js";
import type { Method, Params, Result } from "./methods.js";
import { forbiddenEndpoint } from "./allowed-hosts.js";
import { excessiveAnswer, foreignAnswer, parseAnswer, strayLine, unsupported } from "./answer.js";
import { knownMembers } from "./known-members.js";
import { withoutFile, withoutSecrets } from "./trace-form.js";
import type { Transport } from "./transport.js";

export interface DriverClient {
  /**
   * Calls go out one at a time, in the order in which they are made here. A failure of the provider (-32000, unsupported, no
   * answer in time) is an outcome.
   *
   * @throws DriverError when the driver itself is broken; every later call then rejects with the same error.
   */
  call<M extends Method>(method: M, params: Params<M>, options?: CallOptions): Promise<CallOutcome<Result<M>>>;
  /** Calls a method that the protocol does not define; true when the answer is -32601. */
  refusesUnknownMethod(method: string): Promise<boolean>;
  /** Kills the driver between two calls and starts it again; absent if the harness did not start it. */
  restart?(): Promise<void>;
  close(): Promise<void>;
}

export interface CallOptions {
  /** How long the provider may take. */
  readonly ms?: number;
}

export interface ClientOptions {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly journal?: Journal;
  /** How long a call may take by default. Infinity: as long as it takes, whatever a caller allows, because a person answers. */
  readonly callMs: number;
  /** Gives calls more time while this machine is busy. */
  readonly meter?: PressureMeter;
  /** Where the provider's servers may be, beside the loopback interface (default: anywhere). */
  readonly allowedHosts?: readonly string[];
}

/** Code of the cause when a call was not answered in time. */
export const driverSilent = "driver-silent";

/** A provider gets more time for long parameters: it has to read, encrypt and store a large file. */
const charactersPerMs = 4000;

/** Undefined when the time ran out. */
type Settle = (answer: DriverError | string | undefined) => void;

export function driverClient(options: ClientOptions): DriverClient {
  const { transport, clock, journal, callMs, meter, allowedHosts } = options;
  let lastId = 0;
  let calls = 0;
  let broken: DriverError | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  let waiting: { readonly id: number; readonly settle: Settle } | undefined;

  transport.listen({
    message(text) {
      if (broken !== undefined) return;
      const excessive = excessiveAnswer(text);
      if (excessive !== undefined) {
        broken ??= excessive;
        waiting?.settle(excessive);
        return;
      }
      const id = idIn(text);
      // An answer after its time-out is dropped.
      if (typeof id === "number" && id < lastId) return;
      // A text without an id says itself what is wrong with it. An error may have none: the request could not be read.
      const isForeign = waiting !== undefined && id !== undefined && id !== null && id !== waiting.id;
      if (isForeign) return waiting?.settle(foreignAnswer(id, waiting.id));
      if (waiting !== undefined) return waiting.settle(text);
      // Whether a stray line arrives during a call is chance, so one between two calls counts as well.
      if (id === undefined) broken ??= strayLine(text);
    },
    failed(error) {
      broken ??= error;
      waiting?.settle(error);
    },
  });

  function roundTrip(method: string, params: Json, ms: number): Promise<string | undefined> {
    const run = async (): Promise<string | undefined> => {
      if (broken !== undefined) throw broken;
      const id = ++lastId;
      let timer: Timer | undefined;
      const text = JSON.stringify({ jsonrpc: "2.0", id, method, params });
      const answer = await new Promise<DriverError | string | undefined>((settle) => {
        waiting = { id, settle };
        if (Number.isFinite(callMs)) {
          timer = stretched(clock, meter, ms + Math.ceil(text.length / charactersPerMs), () => settle(undefined));
        }
        transport.send(text);
      });
      timer?.cancel();
      waiting = undefined;
      if (answer instanceof DriverError) throw answer;
      return answer;
    };
    const mine = turn.then(run, run);
    turn = mine.catch(() => undefined);
    return mine;
  }

  /** Calls of `events.take` are not recorded; the events are. */
  function note(entry: Omit<NewEntryOf<"driver">, "kind">): void {
    if (entry.method !== "events.take") journal?.record({ kind: "driver", ...entry });
  }

  function giveUp(error: DriverError): never {
    broken ??= error;
    throw error;
  }

  async function call<M extends Method>(
    method: M,
    params: Params<M>,
    { ms = callMs }: CallOptions = {},
  ): Promise<CallOutcome<Result<M>>> {
    const problems = validateMessage(method, "params", params);
    if (problems[0] !== undefined) {
      throw new TypeError(`Harness fault: parameters of ${method} ${problems[0].path} ${problems[0].message}`);
    }
    // The parameters fit a JSON Schema, so they are JSON.
    const json = params as Json;
    const number = ++calls;
    note({ by: "harness", call: number, part: "request", method, params: withoutSecrets(method, withoutFile(json)) });
    const text = await roundTrip(method, json, ms);
    if (text === undefined)
      return fail(method, number, { code: driverSilent, message: `No answer to ${method} within ${ms} ms` });
    const answer = parseAnswer(text, method);
    if (answer instanceof DriverError) return giveUp(answer);
    if ("cause" in answer) return fail(method, number, answer.cause);
    const found = validateMessage(method, "result", answer.result)[0];
    if (found !== undefined) {
      return giveUp(
        new DriverError(
          "driver-schema",
          `Cannot use the provider's answer to ${method}: result${found.path} ${found.message}; see docs/driver-protocol.md`,
        ),
      );
    }
    const result = knownMembers(method, answer.result);
    note({ by: "provider", call: number, part: "response", method, result: withoutSecrets(method, result) });
    // The result fits the schema of this method.
    const fitting = result as Result<M>;
    if (allowedHosts !== undefined && method === "provider.configure") {
      const forbidden = forbiddenEndpoint(fitting as Result<"provider.configure">, allowedHosts);
      if (forbidden !== undefined) return giveUp(forbidden);
    }
    return { ok: true, result: fitting };
  }

  function fail(method: Method, number: number, cause: Cause): { ok: false; cause: Cause } {
    const error = { code: cause.code, detail: cause.message };
    note({ by: "provider", call: number, part: "response", method, error });
    return { ok: false, cause };
  }

  return {
    call,
    async refusesUnknownMethod(method) {
      const text = await roundTrip(method, {}, callMs);
      if (text === undefined) return false;
      const answer = parseAnswer(text, method);
      return !(answer instanceof DriverError) && "cause" in answer && answer.cause.code === unsupported;
    },
    ...(transport.restart !== undefined && {
      restart() {
        const mine = turn.then(() => transport.restart?.());
        turn = mine;
        return mine;
      },
    }),
    close: () => transport.close(),
  };
}

function idIn(text: string): unknown {
  try {
    const message: unknown = JSON.parse(text);
    return typeof message === "object" && message !== null && "id" in message ? message.id : undefined;
  } catch {
    return undefined;
  }
}
