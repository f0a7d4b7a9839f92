import type { OpenedEntry } from "../../../../harness/model/trace.js";
import {
  blockLogin,
  changeIdentity,
  createUser,
  listMessages,
  listUsers,
  readMessages,
  removeUser,
  sendMessage,
  setOptedIn,
  showTyping,
} from "../contract/users.js";
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
  route(readMessages, ({ tenant, params: { jid }, body: { from, ids } }) => {
    const [first = "", ...further] = ids;
    userOf(tenant, jid).read(from, [first, ...further]);
  }),
  route(showTyping, ({ tenant, params: { jid }, body: { to, state } }) => userOf(tenant, jid).typing(to, state)),
  route(blockLogin, async ({ tenant, params: { jid }, body: { login } }) => userOf(tenant, jid).block(login)),
  route(setOptedIn, ({ tenant, params: { jid }, body: { optedIn } }) => {
    userOf(tenant, jid).opt(optedIn ? "in" : "out");
  }),
  route(changeIdentity, async ({ tenant, params: { jid } }) => userOf(tenant, jid).changeIdentity()),
];

function messageOf({ seq, messageId: id, from, content, error }: OpenedEntry) {
  return { seq, id, from, ...(content !== undefined && { content }), ...(error !== undefined && { error }) };
}
