import type { Random } from "../../core/random.js";
import type { FaultRequest } from "../../harness/ports/faults.js";
import type { Journal } from "../../harness/ports/journal.js";
import { MockServerError } from "../errors.js";
import type { Fault, PreparedFault } from "./fault.js";
import type { FaultPlace, HookName, Hooks } from "./hooks.js";
import { faults } from "./registry.js";

/** The armed faults. A hook for which none is armed hands its value through untouched. */
export interface FaultBoard {
  /** @throws MockServerError `unknown-fault`, `bad-fault-parameter` */
  arm(request: FaultRequest): void;
  /** The value that goes on from here. Journals what acted. */
  apply<Hook extends HookName>(hook: Hook, value: Hooks[Hook], place: FaultPlace): Hooks[Hook];
  disarmAll(): void;
}

interface Armed extends PreparedFault {
  readonly fault: Fault;
  readonly account: string | undefined;
  left: number;
}

/**
 * Different faults at one hook act together, in the order in which they were armed. The same fault armed twice acts
 * once at a time: first the earlier, then the later.
 */
export function createFaultBoard({ journal, random }: { journal: Journal; random: Random }): FaultBoard {
  const armed = new Map<HookName, Armed[]>();

  function strike(hook: HookName, armedHere: Armed[], value: Hooks[HookName], place: FaultPlace): Hooks[HookName] {
    const acted = new Set<string>();
    let current = value;
    for (const each of armedHere.filter((candidate) => isMeantFor(candidate, place))) {
      const { id } = each.fault;
      if (acted.has(id) || !each.fits(current)) continue;
      acted.add(id);
      current = each.effect(current, random);
      each.left--;
      journal.record(appliedEntry(each, place));
    }
    const left = armedHere.filter((each) => each.left > 0);
    if (left.length === 0) armed.delete(hook);
    else armed.set(hook, left);
    return current;
  }

  return {
    arm({ fault: id, account, times = 1, params = {} }) {
      if (!Object.hasOwn(faults, id)) {
        throw new MockServerError("unknown-fault", `Arm fault: found "${id}", wanted one of the listed ids`);
      }
      const fault = faults[id];
      const prepared = fault.prepare(params);
      const left = times === "always" ? Number.POSITIVE_INFINITY : times;
      armed.set(fault.hook, [...(armed.get(fault.hook) ?? []), { ...prepared, fault, account, left }]);
      journal.record({ kind: "fault", by: "harness", fault: id, event: "armed", params: prepared.params });
    },
    apply<Hook extends HookName>(hook: Hook, value: Hooks[Hook], place: FaultPlace): Hooks[Hook] {
      const armedHere = armed.get(hook);
      // Faults are filed under their hook, so what they make of its value is such a value again.
      return armedHere === undefined ? value : (strike(hook, armedHere, value, place) as Hooks[Hook]);
    },
    disarmAll: () => armed.clear(),
  };
}

function isMeantFor({ account }: Armed, { accounts }: FaultPlace): boolean {
  return account === undefined || accounts === undefined || accounts.includes(account);
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
