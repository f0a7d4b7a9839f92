import type { Clock } from "../../../core/clock.js";
import type { Tenant, Tenants } from "./tenant.js";
import type { AnyContract, Contract } from "./contract/contract.js";

/** What all operations share. */
export interface AdminContext {
  readonly tenants: Tenants;
  /** Real time. */
  readonly clock: Clock;
  /** PEM; undefined without TLS. */
  readonly ca: string | undefined;
  /** Whether the endpoint no longer takes anything on. */
  readonly closing: () => boolean;
}

/** One request, judged. */
export interface Call<Params, Query, Body> extends AdminContext {
  /** The one that the path names; the first one where it names none. */
  readonly tenant: Tenant;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** Aborted when nobody waits for the answer any more. */
  readonly gone: AbortSignal;
}

/** Pieces of an answer that is no JSON. */
export type TextAnswer = string | Iterable<string> | AsyncIterable<string>;

/** An operation with what it does. */
export interface Route {
  readonly contract: AnyContract;
  run(call: Call<unknown, unknown, unknown>): Promise<unknown>;
}

export function route<Params, Query, Body, Answer>(
  contract: Contract<Params, Query, Body, Answer>,
  run: (call: Call<Params, Query, Body>) => NoInfer<Answer> | Promise<NoInfer<Answer>>,
): Route {
  return {
    contract,
    // The router has judged all three by the shapes of this contract.
    run: async (call) => run(call as Call<Params, Query, Body>),
  };
}

/** For contracts whose answer has a media type of its own. */
export function textRoute<Params, Query, Body>(
  contract: Contract<Params, Query, Body, string>,
  run: (call: Call<Params, Query, Body>) => TextAnswer,
): Route {
  return { contract, run: async (call) => run(call as Call<Params, Query, Body>) };
}
