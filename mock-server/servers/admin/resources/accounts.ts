import { fromHex } from "../../../../core/bytes.js";
import type { AccountView } from "../../../engine/types.js";
import { enlistAccount, getAccount, listAccounts, removeAccount } from "../contract/accounts.js";
import { route } from "../route.js";
import { accountOf } from "./find.js";
import { signedPreKeyIn } from "./keys.js";

export const accountRoutes = [
  route(listAccounts, ({ tenant }) => ({ accounts: tenant.core.engine.accounts().map(shown) })),
  route(getAccount, ({ tenant, params }) => shown(accountOf(tenant, params.login))),
  route(enlistAccount, ({ tenant, body }) => {
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
  }),
  route(removeAccount, ({ tenant, params }) => {
    const { login } = accountOf(tenant, params.login);
    tenant.core.dispatch({ type: "account-removed", login });
  }),
];

function shown({ login, userId, connection, preKeysLeft, queued }: AccountView) {
  return { login, userId, connected: connection !== undefined, preKeysLeft, queued };
}
