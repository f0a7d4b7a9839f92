import type { Clock } from "../../../../core/clock.js";
import type { AccountView } from "../../../engine/types.js";
import type { ConsumerUser } from "../../../side/side.js";
import type { Contract } from "../contract/contract.js";
import { AdminError } from "../contract/problems.js";
import type { Tenant, Tenants } from "./tenant.js";

/** What all operations share. */
export interface AdminContext {
  readonly tenants: Tenants;
  /** Real time. */
  readonly clock: Clock;
  /** PEM; undefined without TLS. */
  readonly ca: string | undefined;
  /** In the format of Prometheus. */
  readonly metrics: () => Promise<string>;
  /** Whether the endpoint accepts no more requests. */
  readonly closing: () => boolean;
}

/** One valid request. */
export interface Call<Params, Query, Body> extends AdminContext {
  /** The one that the path names; the first one where it names none. */
  readonly tenant: Tenant;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** Aborted when the client no longer waits for the answer. */
  readonly gone: AbortSignal;
}

/** An answer that is not JSON, whole or in pieces. */
export type TextAnswer = string | Iterable<string> | AsyncIterable<string>;

/** One handler for each contract of a group. */
export type Handlers<Group> = {
  readonly [Id in keyof Group]: Group[Id] extends Contract<infer Params, infer Query, infer Body, infer Answer>
    ? (call: Call<Params, Query, Body>) => [Answer] extends [string] ? TextAnswer : Answer | Promise<Answer>
    : never;
};

/** The user that a path names. @throws AdminError `not-found` */
export function userOf({ core }: Tenant, jid: string): ConsumerUser {
  return core.users.get(jid) ?? absent("user", jid);
}

/** The account that a path names. @throws AdminError `not-found` */
export function accountOf({ core }: Tenant, login: string): AccountView {
  return core.engine.account(login) ?? absent("account", login);
}

/** @throws AdminError `not-found` */
export function absent(what: string, name: string | number): never {
  const found = String(name).slice(0, 100);
  throw new AdminError("not-found", `Look up ${what}: found no "${found}", wanted one of those listed`);
}
