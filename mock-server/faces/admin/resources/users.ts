import type { OpenedEntry } from "../../../../harness/model/trace.js";
import { changeIdentity, createUser, listMessages, listUsers, removeUser, sendMessage } from "../contract/users.js";
import { AdminError } from "../problems.js";
import { route } from "../route.js";
import { absent, userOf } from "./find.js";

/** Each has keys and sessions in memory. */
const maximumUsers = 1000;

export const userRoutes = [
  route(createUser, async ({ tenant }) => {
    if (tenant.core.users.list().length >= maximumUsers) {
      throw new AdminError("too-many", `Make user: found ${maximumUsers}, wanted fewer; a reset takes them away`);
    }
    const { jid } = await tenant.side.user();
    return { jid };
  }),
  route(listUsers, ({ tenant }) => ({ users: tenant.core.users.list().map(({ jid }) => ({ jid })) })),
  route(removeUser, ({ tenant, params: { jid } }) => {
    if (!tenant.core.users.remove(jid)) absent("user", jid);
  }),
  route(sendMessage, async ({ tenant, params, body: { to, content } }) => {
    return userOf(tenant, params.jid).send(to, content);
  }),
  route(listMessages, ({ tenant, params: { jid }, query }) => {
    const after = query.after ?? tenant.epoch.since;
    const { jid: user } = userOf(tenant, jid);
    const opened = tenant.side.journal.entries.filter((entry) => entry.kind === "opened");
    const fitting = opened.filter((entry) => entry.user === user && entry.seq > after);
    return { messages: fitting.slice(0, query.limit).map(messageOf) };
  }),
  route(changeIdentity, async ({ tenant, params: { jid } }) => userOf(tenant, jid).changeIdentity()),
];

function messageOf({ seq, messageId: id, from, content, error }: OpenedEntry) {
  return { seq, id, from, ...(content !== undefined && { content }), ...(error !== undefined && { error }) };
}
