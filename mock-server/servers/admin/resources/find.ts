import type { AccountView } from "../../../engine/types.js";
import type { Tenant } from "../tenant.js";
import type { ConsumerUser } from "../../../side/side.js";
import { AdminError } from "../problems.js";

/** What a path names, or the problem that it is not there. */

export function userOf({ core }: Tenant, jid: string): ConsumerUser {
  return core.users.get(jid) ?? absent("user", jid);
}

export function accountOf({ core }: Tenant, login: string): AccountView {
  return core.engine.account(login) ?? absent("account", login);
}

export function absent(what: string, name: string | number): never {
  const found = String(name).slice(0, 100);
  throw new AdminError("not-found", `Look up ${what}: found no "${found}", wanted one of those listed`);
}
