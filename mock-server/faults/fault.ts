import type { Random } from "../../core/random.js";
import type { Json } from "../../harness/model/trace.js";
import type { FaultId } from "../../harness/ports/faults.js";
import type { HookName, Hooks } from "./hooks.js";
import { type Parameter, type ParameterSet, readParameters } from "./parameters.js";

/** A deviation: data about it, and the effect at its hook. */
export interface Fault<Hook extends HookName = HookName> {
  readonly id: FaultId;
  /** What the simulated Meta side does, for reports. */
  readonly sentence: string;
  readonly hook: Hook;
  /** Name to what is wanted there and what it is by default. */
  readonly params: Readonly<Record<string, Pick<Parameter<Json>, "wanted" | "schema" | "fallback">>>;
  /** @throws MockServerError `bad-fault-parameter` */
  prepare(given: Readonly<Record<string, Json>>): PreparedFault<Hook>;
}

/** A fault with its parameters. */
export interface PreparedFault<Hook extends HookName = HookName> {
  readonly params: Readonly<Record<string, Json>>;
  fits(value: Hooks[Hook]): boolean;
  effect(value: Hooks[Hook], random: Random): Hooks[Hook];
}

interface FaultSpec<Hook extends HookName, Values extends Record<string, Json>> {
  readonly id: FaultId;
  readonly sentence: string;
  readonly hook: Hook;
  readonly params: ParameterSet<Values>;
  /** Whether it can act on this value at all; where it cannot it stays armed. */
  fits?(value: Hooks[Hook], params: Values): boolean;
  /** Pure; makes a new value and leaves the given one alone. */
  effect(value: Hooks[Hook], params: Values, random: Random): Hooks[Hook];
}

export function defineFault<Hook extends HookName, Values extends Record<string, Json>>(
  spec: FaultSpec<Hook, Values>,
): Fault<Hook> {
  const { id, sentence, hook } = spec;
  return {
    id,
    sentence,
    hook,
    params: spec.params,
    prepare(given) {
      const params = readParameters(id, spec.params, given);
      return {
        params,
        fits: (value) => spec.fits?.(value, params) ?? true,
        effect: (value, random) => spec.effect(value, params, random),
      };
    },
  };
}
