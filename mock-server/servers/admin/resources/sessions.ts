import type { ChatSession } from "../../../../harness/ports/meta-side.js";
import type { Tenant } from "../tenant.js";
import { dropSession, listSessions, sendStanzas } from "../contract/sessions.js";
import { AdminError } from "../problems.js";
import { route } from "../route.js";

export const sessionRoutes = [
  route(listSessions, ({ tenant }) => ({
    sessions: clientsOf(tenant).flatMap(({ login, connection }) =>
      connection === undefined ? [] : { login, connection },
    ),
  })),
  route(sendStanzas, ({ tenant, params: { login }, body: { stanzas } }) => {
    const session = sessionOf(tenant, login);
    session.send(...stanzas);
    return { login, connection: session.connection };
  }),
  route(dropSession, ({ tenant, params: { login } }) => sessionOf(tenant, login).drop()),
];

/** Provider's users, and the linked devices of WhatsApp users. */
function clientsOf({ core: { engine } }: Tenant) {
  return [...engine.accounts(), ...engine.devices().map(({ jid, connection }) => ({ login: jid, connection }))];
}

function sessionOf({ side }: Tenant, login: string): ChatSession {
  const session = side.session(login);
  if (session !== undefined) return session;
  throw new AdminError("not-connected", `Look up session: found none of "${login}", wanted it logged in`);
}
