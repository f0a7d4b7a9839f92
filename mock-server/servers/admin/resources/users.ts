import type { OpenedEntry } from "../../../../harness/model/trace.js";
import type { UserContent } from "../../../../harness/ports/meta-side.js";
import { fromBase64 } from "../../../../core/bytes.js";
import type { TypeOf } from "../../../schema/shape.js";
import type { ConsumerUser } from "../../../side/side.js";
import type { content } from "../contract/users.js";
import {
  blockLogin,
  changeIdentity,
  changeGroup,
  createGroup,
  createUser,
  listMessages,
  listUsers,
  markRead,
  removeUser,
  sendMessage,
  setOptedIn,
  showPresence,
  showTyping,
} from "../contract/users.js";
import { AdminError } from "../problems.js";
import { route } from "../route.js";
import { absent, userOf } from "./find.js";

/** Each has keys and sessions in memory. */
const maximumUsers = 1000;

export const userRoutes = [
  route(createUser, async ({ tenant, body }) => {
    if (tenant.core.users.list().length >= maximumUsers) {
      throw new AdminError("too-many", `Make user: found ${maximumUsers}, wanted fewer; a reset takes them away`);
    }
    return shownUser(await tenant.side.user(body));
  }),
  route(listUsers, ({ tenant }) => ({ users: tenant.core.users.list().map(shownUser) })),
  route(removeUser, ({ tenant, params: { jid } }) => {
    if (!tenant.core.users.remove(jid)) absent("user", jid);
  }),
  route(sendMessage, async ({ tenant, params, body: { to, content } }) => {
    return userOf(tenant, params.jid).send(to, contentIn(content));
  }),
  route(listMessages, ({ tenant, params: { jid }, query }) => {
    const after = query.after ?? tenant.epoch.since;
    const { jid: user } = userOf(tenant, jid);
    const opened = tenant.side.journal.entries.filter((entry) => entry.kind === "opened");
    const fitting = opened.filter((entry) => entry.user === user && entry.seq > after);
    return { messages: fitting.slice(0, query.limit).map(messageOf) };
  }),
  route(blockLogin, async ({ tenant, params: { jid }, body: { login } }) => userOf(tenant, jid).block(login)),
  route(setOptedIn, ({ tenant, params: { jid }, body: { optedIn } }) => {
    userOf(tenant, jid).opt(optedIn ? "in" : "out");
  }),
  route(changeIdentity, async ({ tenant, params: { jid } }) => userOf(tenant, jid).changeIdentity()),
  route(markRead, ({ tenant, params: { jid }, body: { from, ids, participant } }) => {
    const [first, ...rest] = ids;
    // The schema wants one at least.
    if (first !== undefined) userOf(tenant, jid).read(from, [first, ...rest], participant);
  }),
  route(showTyping, ({ tenant, params: { jid }, body: { to, state } }) => userOf(tenant, jid).typing(to, state)),
  route(showPresence, ({ tenant, params: { jid }, body: { type } }) => userOf(tenant, jid).presence(type)),
  route(createGroup, async ({ tenant, params: { jid }, body: { subject, members } }) => ({
    jid: await userOf(tenant, jid).createGroup(subject, members),
  })),
  route(changeGroup, ({ tenant, params: { jid, group }, body: { change, members } }) =>
    userOf(tenant, jid).changeGroup(change, group, members),
  ),
];

export function shownUser({ jid, lid }: Pick<ConsumerUser, "jid" | "lid">) {
  return { jid, ...(lid !== undefined && { lid }) };
}

function contentIn(given: TypeOf<typeof content>): UserContent {
  if (!("data" in given)) return given;
  const data = fromBase64(given.data);
  if (data !== undefined) return { ...given, data };
  const errors = [{ in: "body", field: "/content/data", message: "must be base64" }] as const;
  throw new AdminError("bad-request", "Read body of the request: /content/data must be base64", { errors });
}

function messageOf({ seq, messageId: id, from, content, error }: OpenedEntry) {
  return { seq, id, from, ...(content !== undefined && { content }), ...(error !== undefined && { error }) };
}
