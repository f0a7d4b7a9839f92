import type { Engine } from "../engine/types.js";
import type { UserDeps } from "./context.js";
import { UserError } from "./errors.js";
import type { Users } from "./users.js";

/** Loads the code of users, and with it libsignal, when the first user is created: many scenarios need none. */
export function lateUsers(deps: UserDeps, engine: Pick<Engine, "nextDevice">): Users {
  let loading: Promise<Users> | undefined;
  let users: Users | undefined;

  async function load(): Promise<Users> {
    const [{ createUsers }, { loadSessionEngine }] = await Promise.all([
      import("./users.js"),
      import("../../signal/engine.js"),
    ]);
    const { engine: name } = deps.profile.session;
    if (name === "other") {
      throw new UserError(
        "user-speechless",
        "Make a simulated user: found a protocol of the provider's own, wanted Signal",
      );
    }
    await loadSessionEngine(name);
    users = createUsers(deps, engine);
    return users;
  }

  /** A phone can only exist after the code was loaded. */
  function loaded(phone: string): Users {
    if (users !== undefined) return users;
    throw new UserError("user-unknown", `Look for the phone of ${phone}: found no user at all, wanted a simulated one`);
  }

  return {
    async create(options) {
      loading ??= load();
      return (await loading).create(options);
    },
    addDevice: async (phone) => loaded(phone).addDevice(phone),
    pair: (phone, code) => loaded(phone).pair(phone, code),
    adopt: (phone, device) => loaded(phone).adopt(phone, device),
    get: (jid) => users?.get(jid),
    list: () => users?.list() ?? [],
    remove: (jid) => users?.remove(jid) ?? false,
    deliver: (jid, stanza, entry) => users?.deliver(jid, stanza, entry),
    idle: async () => users?.idle(),
    clear: () => users?.clear(),
  };
}
