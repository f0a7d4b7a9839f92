import type { UserParts } from "./context.js";
import type { Users } from "./users.js";

/**
 * Users whose code is loaded with the first one of them: it brings libsignal along, a sixth of what the endpoint loads,
 * and many an exchange needs no user.
 */
export function lateUsers(parts: UserParts): Users {
  let loading: Promise<Users> | undefined;
  let users: Users | undefined;

  async function load(): Promise<Users> {
    const [{ createUsers }, { loadSessionEngine }] = await Promise.all([
      import("./users.js"),
      import("../../signal/engine.js"),
    ]);
    await loadSessionEngine(parts.profile.session.engine);
    users = createUsers(parts);
    return users;
  }

  return {
    async create() {
      loading ??= load();
      return (await loading).create();
    },
    get: (jid) => users?.get(jid),
    list: () => users?.list() ?? [],
    remove: (jid) => users?.remove(jid) ?? false,
    deliver: (jid, stanza, entry) => users?.deliver(jid, stanza, entry),
    idle: async () => users?.idle(),
    clear: () => users?.clear(),
  };
}
