import type { Random } from "../../core/random.js";
import type { Json } from "../../harness/model/trace.js";
import type { FaultId, FaultRequest } from "../../harness/ports/faults.js";
import type { Journal } from "../../harness/ports/journal.js";
import { MockServerError } from "../errors.js";
import type { Fault, PreparedFault } from "./fault.js";
import type { FaultPlace, HookName, Hooks } from "./hooks.js";
import { faults } from "./registry.js";

/** The armed faults. A hook for which none is armed hands its value through untouched. */
export interface FaultBoard {
  /** @throws MockServerError `unknown-fault`, `bad-fault-parameter` */
  arm(request: FaultRequest): ArmedFault;
  /** Those that can still act, in the order in which they were armed. */
  armed(): readonly ArmedFault[];
  /** False when there is none with this number. */
  disarm(id: number): boolean;
  /** The value that goes on from here. Journals what acted. */
  apply<Hook extends HookName>(hook: Hook, value: Hooks[Hook], place: FaultPlace): Hooks[Hook];
  disarmAll(): void;
}

/** A fault that waits for its operation. */
export interface ArmedFault {
  /** From 1, in the order in which faults were armed on this board. */
  readonly id: number;
  readonly fault: FaultId;
  /** Login or user id that it is meant for; anyone when absent. */
  readonly account?: string;
  /** How many operations it still leaves alone; absent when it acts at the next one. */
  readonly skip?: number;
  /** How often it will still act. */
  readonly left: number | "always";
  readonly params: Readonly<Record<string, Json>>;
}

interface Armed extends PreparedFault {
  readonly id: number;
  readonly fault: Fault;
  readonly account: string | undefined;
  skip: number;
  left: number;
  /** The message on which it acted last. */
  actedOn: string | undefined;
}

/**
 * Different faults at one hook act together, in the order in which they were armed. The same fault armed twice acts
 * once at a time: first the earlier, then the later.
 */
export function createFaultBoard({ journal, random }: { journal: Journal; random: Random }): FaultBoard {
  const armed = new Map<HookName, Armed[]>();
  let count = 0;

  function keep(hook: HookName, left: Armed[]): void {
    if (left.length === 0) armed.delete(hook);
    else armed.set(hook, left);
  }

  function strike(hook: HookName, armedHere: Armed[], value: Hooks[HookName], place: FaultPlace): Hooks[HookName] {
    const acted = new Set<string>();
    let current = value;
    for (const each of armedHere.filter((candidate) => isMeantFor(candidate, place) && comesInTime(candidate, place))) {
      const { id } = each.fault;
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
      if (!Object.hasOwn(faults, id)) {
        throw new MockServerError("unknown-fault", `Arm fault: found "${id}", wanted one of the listed ids`);
      }
      const fault = faults[id];
      const prepared = fault.prepare(params);
      const left = times === "always" ? Number.POSITIVE_INFINITY : times;
      const added: Armed = { ...prepared, id: ++count, fault, account, skip, left, actedOn: undefined };
      armed.set(fault.hook, [...(armed.get(fault.hook) ?? []), added]);
      journal.record({ kind: "fault", by: "harness", fault: id, event: "armed", params: prepared.params });
      return viewOf(added);
    },
    armed: () =>
      [...armed.values()]
        .flat()
        .sort((a, b) => a.id - b.id)
        .map(viewOf),
    disarm(id) {
      for (const [hook, armedHere] of armed) {
        if (!armedHere.some((each) => each.id === id)) continue;
        keep(
          hook,
          armedHere.filter((each) => each.id !== id),
        );
        return true;
      }
      return false;
    },
    apply<Hook extends HookName>(hook: Hook, value: Hooks[Hook], place: FaultPlace): Hooks[Hook] {
      const armedHere = armed.get(hook);
      // Faults are filed under their hook, so what they make of its value is such a value again.
      return armedHere === undefined ? value : (strike(hook, armedHere, value, place) as Hooks[Hook]);
    },
    disarmAll: () => armed.clear(),
  };
}

function viewOf({ id, fault, account, skip, left, params }: Armed): ArmedFault {
  const times = left === Number.POSITIVE_INFINITY ? "always" : left;
  return {
    id,
    fault: fault.id,
    ...(account !== undefined && { account }),
    ...(skip > 0 && { skip }),
    left: times,
    params,
  };
}

function isMeantFor({ account }: Armed, { accounts }: FaultPlace): boolean {
  return account === undefined || accounts === undefined || accounts.includes(account);
}

/**
 * A client asks for a message again in its own time, which may be when a fault has been armed for the next one. So what is
 * sealed once more is left to faults that act on everything, or that acted on this message before.
 */
function comesInTime({ left, actedOn }: Armed, { again, messageId }: FaultPlace): boolean {
  return again !== true || left === Number.POSITIVE_INFINITY || actedOn === messageId;
}

function appliedEntry({ fault, params }: Armed, { connection, messageId }: FaultPlace) {
  return {
    kind: "fault",
    by: "harness",
    fault: fault.id,
    event: "applied",
    params,
    ...(connection !== undefined && { connection }),
    ...(messageId !== undefined && { messageId }),
  } as const;
}
