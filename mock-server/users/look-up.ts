import { childNamed, childrenNamed, node, type StanzaNode } from "../../protocol/stanza/node.js";
import { formatJid, parseJid } from "../../protocol/ids/jid.js";
import type { UserContext } from "./context.js";

/** Addresses of all devices of `users`, in the form in which each user was named, without the asking device. */
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
