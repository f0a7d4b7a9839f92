import { fromHex } from "../../../../core/bytes.js";
import type { ChatSession } from "../../../../harness/ports/meta-side.js";
import type { AccountView, SignedPreKey } from "../../../engine/types.js";
import type { Static } from "../../../schema/schema.js";
import type { signedPreKey } from "../contract/components.js";
import { AdminError } from "../contract/problems.js";
import type { accounts, integrators, push, sessions } from "../contract/provider.js";
import { accountOf, type Handlers } from "./handler.js";
import type { Tenant } from "./tenant.js";

export const integratorHandlers: Handlers<typeof integrators> = {
  putIntegrator({ tenant, body }) {
    tenant.side.integrator(body);
    return body;
  },
  listIntegrators: ({ tenant }) => ({ integrators: tenant.core.integrators.list() }),
};

export const accountHandlers: Handlers<typeof accounts> = {
  listAccounts: ({ tenant }) => ({ accounts: tenant.core.engine.accounts().map(shown) }),
  getAccount: ({ tenant, params }) => shown(accountOf(tenant, params.login)),
  enlistAccount({ tenant, body }) {
    const { login, userId, registrationId } = body;
    tenant.core.dispatch({
      type: "account-enlisted",
      account: {
        login,
        userId,
        registrationId,
        authKey: fromHex(body.authKey),
        identity: fromHex(body.identity),
        signedPreKey: signedPreKeyIn(body.signedPreKey),
      },
    });
    return shown(accountOf(tenant, login));
  },
  removeAccount({ tenant, params }) {
    const { login } = accountOf(tenant, params.login);
    tenant.core.dispatch({ type: "account-removed", login });
  },
};

function shown({ login, userId, connection, preKeysLeft, queued }: AccountView) {
  return { login, userId, connected: connection !== undefined, preKeysLeft, queued };
}

export function signedPreKeyIn({ id, publicKey, signature }: Static<typeof signedPreKey>): SignedPreKey {
  return { id, publicKey: fromHex(publicKey), signature: fromHex(signature) };
}

export const sessionHandlers: Handlers<typeof sessions> = {
  listSessions: ({ tenant }) => ({
    sessions: clientsOf(tenant).flatMap(({ login, connection }) =>
      connection === undefined ? [] : { login, connection },
    ),
  }),
  sendStanzas({ tenant, params: { login }, body: { stanzas } }) {
    const session = sessionOf(tenant, login);
    session.send(...stanzas);
    return { login, connection: session.connection };
  },
  dropSession: ({ tenant, params: { login } }) => sessionOf(tenant, login).drop(),
};

/** Users of the provider, and the linked devices of WhatsApp users. */
function clientsOf({ core: { engine } }: Tenant) {
  return [...engine.accounts(), ...engine.devices().map(({ jid, connection }) => ({ login: jid, connection }))];
}

function sessionOf({ side }: Tenant, login: string): ChatSession {
  const session = side.session(login);
  if (session !== undefined) return session;
  throw new AdminError("not-connected", `Look up session: found none of "${login}", wanted it logged in`);
}

export const pushHandlers: Handlers<typeof push> = {
  sendPush({ tenant, body }) {
    const { login, userId } = accountOf(tenant, body.login);
    tenant.core.push(login, userId);
  },
};
