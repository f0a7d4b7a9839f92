import type { Random } from "../../core/random.js";
import type { Fault, PreparedFault } from "../../faults/fault.js";
import type { FaultPlace, HookName, Hooks } from "../../faults/hooks.js";
import { type FaultId, faults } from "../../faults/index.js";
import type { Json } from "../../harness/model/trace.js";
import type { FaultRequest } from "../../harness/ports/faults.js";
import type { Journal } from "../../harness/ports/journal.js";
import { MockServerError } from "../side/errors.js";

/** The armed faults. A hook without an armed fault returns its value unchanged. */
export interface FaultBoard {
  /** @throws MockServerError `unknown-fault`, `bad-fault-parameter` */
  arm(request: FaultRequest): ArmedFault;
  /** Those that can still act, in the order in which they were armed. */
  armed(): readonly ArmedFault[];
  /** False if there is none with this number. */
  disarm(id: number): boolean;
  /** The value to go on with. Records each fault that acted. */
  apply<Hook extends HookName>(hook: Hook, value: Hooks[Hook], place: FaultPlace): Hooks[Hook];
  disarmAll(): void;
}

/** A fault that waits for its operation. */
export interface ArmedFault {
  /** From 1, in the order in which faults were armed on this board. */
  readonly id: number;
  readonly fault: FaultId;
  /** Login or user id that it is for; absent for any. */
  readonly account?: string;
  /** How many operations it will still let pass; absent if it acts at the next one. */
  readonly skip?: number;
  /** How often it will still act. */
  readonly left: number | "always";
  readonly params: Readonly<Record<string, Json>>;
}

interface Armed extends PreparedFault {
  readonly number: number;
  readonly id: FaultId;
  readonly account: string | undefined;
  skip: number;
  left: number;
  /** The message on which it acted last. */
  actedOn: string | undefined;
}

/**
 * Different faults at one hook act together, in the order in which they were armed. If the same fault is armed twice,
 * one operation meets only one of the two: the earlier one first.
 */
export function createFaultBoard({ journal, random }: { journal: Journal; random: Random }): FaultBoard {
  const armed = new Map<HookName, Armed[]>();
  let count = 0;

  function keep(hook: HookName, left: Armed[]): void {
    if (left.length === 0) armed.delete(hook);
    else armed.set(hook, left);
  }

  function act(hook: HookName, armedHere: Armed[], value: Hooks[HookName], place: FaultPlace): Hooks[HookName] {
    const acted = new Set<FaultId>();
    let current = value;
    for (const each of armedHere.filter((candidate) => isMeantFor(candidate, place) && mayActAgain(candidate, place))) {
      const { id } = each;
      if (acted.has(id) || !each.fits(current)) continue;
      if (each.skip > 0) {
        each.skip--;
        continue;
      }
      acted.add(id);
      current = each.effect(current, random);
      each.left--;
      each.actedOn = place.messageId;
      journal.record(appliedEntry(each, place));
    }
    keep(
      hook,
      armedHere.filter((each) => each.left > 0),
    );
    return current;
  }

  return {
    arm({ fault: id, account, skip = 0, times = 1, params = {} }) {
      const fault = faultOf(id);
      const prepared = fault.prepare(params);
      if ("wanted" in prepared) {
        const { name, found, wanted } = prepared;
        const message = `Arm ${id}, parameter ${name}: found ${found}, wanted ${wanted}`;
        throw new MockServerError("bad-fault-parameter", message);
      }
      const left = times === "always" ? Number.POSITIVE_INFINITY : times;
      const added: Armed = { ...prepared, number: ++count, id, account, skip, left, actedOn: undefined };
      armed.set(fault.hook, [...(armed.get(fault.hook) ?? []), added]);
      journal.record({ kind: "fault", by: "harness", fault: id, event: "armed", params: prepared.params });
      return viewOf(added);
    },
    armed: () =>
      [...armed.values()]
        .flat()
        .sort((a, b) => a.number - b.number)
        .map(viewOf),
    disarm(number) {
      for (const [hook, armedHere] of armed) {
        if (!armedHere.some((each) => each.number === number)) continue;
        keep(
          hook,
          armedHere.filter((each) => each.number !== number),
        );
        return true;
      }
      return false;
    },
    apply<Hook extends HookName>(hook: Hook, value: Hooks[Hook], place: FaultPlace): Hooks[Hook] {
      const armedHere = armed.get(hook);
      // Faults are kept by their hook, so each of them returns a value of its type.
      return armedHere === undefined ? value : (act(hook, armedHere, value, place) as Hooks[Hook]);
    },
    disarmAll: () => armed.clear(),
  };
}

/** An id from the library or the admin API need not be one. */
function faultOf(id: FaultId): Fault {
  if (Object.hasOwn(faults, id)) return faults[id];
  throw new MockServerError("unknown-fault", `Arm fault: found "${id}", wanted one of the listed ids`);
}

function viewOf({ number, id: fault, account, skip, left, params }: Armed): ArmedFault {
  return {
    id: number,
    fault,
    ...(account !== undefined && { account }),
    ...(skip > 0 && { skip }),
    left: left === Number.POSITIVE_INFINITY ? "always" : left,
    params,
  };
}

function isMeantFor({ account }: Armed, { accounts }: FaultPlace): boolean {
  return account === undefined || accounts === undefined || accounts.includes(account);
}

/**
 * A client decides by itself when it asks for a message again, and a fault for the next message may be armed by then.
 * So a message that is encrypted again meets only faults without a limit, and those that acted on it before.
 */
function mayActAgain({ left, actedOn }: Armed, { again, messageId }: FaultPlace): boolean {
  return again !== true || left === Number.POSITIVE_INFINITY || actedOn === messageId;
}

function appliedEntry({ id, params }: Armed, { connection, messageId }: FaultPlace) {
  return {
    kind: "fault",
    by: "harness",
    fault: id,
    event: "applied",
    params,
    ...(connection !== undefined && { connection }),
    ...(messageId !== undefined && { messageId }),
  } as const;
}
