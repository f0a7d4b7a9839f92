import { formatJid, parseJid } from "../../protocol/ids/jid.js";
import { childNamed, childrenNamed, describe, node, type StanzaNode } from "../../protocol/stanza/node.js";
import type { UserContext } from "./context.js";
import { UserError } from "./errors.js";

/** Blocks `login`, with the same request that a provider's user sends. @throws UserError `user-request-refused`. */
export async function block({ ask, profile }: UserContext, login: string): Promise<void> {
  const { namespace, element } = profile.requests.blocklist;
  const item = node("item", { action: "block", jid: login });
  const answer = await ask({ type: "set", xmlns: namespace }, [node(element, {}, [item])]);
  if (answer.attrs["type"] === "result") return;
  throw new UserError("user-request-refused", `Block ${login}: found ${describe(answer)}, wanted a result`);
}

/** Adds members or removes them. @throws UserError `user-request-refused`. */
export async function changeGroup(
  { ask }: UserContext,
  change: "add" | "remove",
  group: string,
  members: readonly string[],
): Promise<void> {
  const participants = members.map((jid) => node("participant", { jid }));
  const answer = await ask({ type: "set", xmlns: "w:g2", to: group }, [node(change, {}, participants)]);
  if (answer.attrs["type"] === "result") return;
  throw new UserError("user-request-refused", `Change ${group}: found ${describe(answer)}, wanted a result`);
}

/** Makes a group of the user and `members`; resolves with its address. @throws UserError `user-request-refused`. */
export async function createGroup({ ask }: UserContext, subject: string, members: readonly string[]): Promise<string> {
  const participants = members.map((jid) => node("participant", { jid }));
  const create = node("create", { subject, key: "1" }, participants);
  const answer = await ask({ type: "set", xmlns: "w:g2", to: "g.us" }, [create]);
  const id = childNamed(answer, "group")?.attrs["id"];
  if (id !== undefined) return `${id}@g.us`;
  throw new UserError("user-request-refused", `Create a group: found ${describe(answer)}, wanted a group`);
}

/** Addresses of the members of a group. @throws UserError `user-request-refused`. */
export async function membersOf({ ask }: UserContext, group: string): Promise<readonly string[]> {
  const answer = await ask({ type: "get", xmlns: "w:g2", to: group }, [node("query", { request: "interactive" })]);
  const described = childNamed(answer, "group");
  if (described !== undefined) return childrenNamed(described, "participant").map(({ attrs }) => attrs["jid"] ?? "");
  throw new UserError("user-request-refused", `Ask for ${group}: found ${describe(answer)}, wanted its members`);
}

/** Addresses of all devices of `users` except this one, in the form in which each user was named. */
export async function lookUpDevices(context: UserContext, users: readonly string[]): Promise<readonly string[]> {
  const { ask, book, jid } = context;
  const query = node("query", {}, [node("devices", { version: "2" }), node("lid")]);
  const list = node(
    "list",
    {},
    [...new Set(users)].map((user) => node("user", { jid: user })),
  );
  const attrs = { sid: "1", mode: "query", last: "true", index: "0", context: "message" };
  const answer = await ask({ type: "get", xmlns: "usync" }, [node("usync", attrs, [query, list])]);
  const found = childNamed(childNamed(answer, "usync") ?? answer, "list");
  const devices = found === undefined ? [] : childrenNamed(found, "user").flatMap((user) => devicesOf(context, user));
  const own = sessionName(context, jid);
  return devices.filter((device) => sessionName({ book }, device) !== own);
}

function devicesOf({ book }: UserContext, user: StanzaNode): readonly string[] {
  const { jid = "", pn_jid: phone } = user.attrs;
  book.learn(phone ?? jid, childNamed(user, "lid")?.attrs["val"]);
  const address = parseJid(jid);
  const list = childNamed(childNamed(user, "devices") ?? user, "device-list");
  if (address === undefined || list === undefined) return [];
  return childrenNamed(list, "device").map(({ attrs }) => formatJid({ ...address, device: Number(attrs["id"]) }));
}

function sessionName({ book }: Pick<UserContext, "book">, address: string): string {
  const { name, device } = book.session(address);
  return `${name} ${device}`;
}
