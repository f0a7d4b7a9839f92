import type { Random } from "../core/random.js";
import type { HookName, Hooks } from "./hooks.js";
import {
  type BadParameter,
  type Parameter,
  type ParameterSet,
  type ParameterValue,
  readParameters,
} from "./parameters.js";

/** One way in which the simulated Meta side can deviate: data about it, and its effect at one hook. */
export interface Fault<Id extends string = string> {
  readonly id: Id;
  /** What the simulated Meta side does, for reports and lists. */
  readonly sentence: string;
  readonly hook: HookName;
  readonly params: Readonly<Record<string, Pick<Parameter<ParameterValue>, "wanted" | "schema" | "fallback">>>;
  /** The fault with these parameters, or what is wrong with one of them. */
  prepare(given: Readonly<Record<string, unknown>>): PreparedFault | BadParameter;
}

/** A fault with its parameters. A hook hands it only values of its own type. */
export interface PreparedFault {
  readonly params: Readonly<Record<string, ParameterValue>>;
  fits(value: Hooks[HookName]): boolean;
  effect(value: Hooks[HookName], random: Random): Hooks[HookName];
}

interface FaultSpec<Hook extends HookName, Values extends Record<string, ParameterValue>> {
  readonly sentence: string;
  readonly hook: Hook;
  /** Default: none. */
  readonly params?: ParameterSet<Values>;
  /** Whether it can act on this value (default: always). If it cannot, it stays armed. */
  fits?(value: Hooks[Hook], params: Values): boolean;
  /** Pure: returns a new value and leaves the given one unchanged. */
  effect(value: Hooks[Hook], params: Values, random: Random): Hooks[Hook];
}

type Unnamed = Omit<Fault, "id">;

/** One row of a table of faults. */
export function fault<Hook extends HookName, Values extends Record<string, ParameterValue>>(
  spec: FaultSpec<Hook, Values>,
): Unnamed {
  const { sentence, hook } = spec;
  // Without parameters `Values` has no members, so an empty set describes it.
  const params = spec.params ?? ({} as ParameterSet<Values>);
  return {
    sentence,
    hook,
    params,
    prepare(given) {
      const read = readParameters(params, given);
      if ("wanted" in read) return read;
      const { values } = read;
      return {
        params: values,
        // The board keeps faults by their hook, so each value has the type of this hook.
        fits: (value) => spec.fits?.(value as Hooks[Hook], values) ?? true,
        effect: (value, random) => spec.effect(value as Hooks[Hook], values, random),
      };
    },
  };
}

/** A table of faults by id. */
export function faultTable<Id extends string>(rows: Readonly<Record<Id, Unnamed>>): Readonly<Record<Id, Fault<Id>>> {
  const entries = Object.entries<Unnamed>(rows).map(([id, row]) => [id, { ...row, id }]);
  // The keys are those of `rows`.
  return Object.fromEntries(entries) as Record<Id, Fault<Id>>;
}
