import { sendPush } from "../contract/push.js";
import { route } from "../route.js";
import { accountOf } from "./find.js";

export const pushRoutes = [
  route(sendPush, ({ tenant, body }) => {
    const { login, userId } = accountOf(tenant, body.login);
    tenant.core.push(login, userId);
  }),
];
