import { toBase64 } from "../../core/bytes.js";
import type { UserContent } from "../../harness/ports/meta-side.js";
import type { Static } from "../schema/schema.js";
import type { user } from "../servers/admin/contract/components.js";
import type { content } from "../servers/admin/contract/users.js";
import type { Caller } from "./call.js";
import type { MockDevice, MockUser } from "./types.js";

/** The client of one WhatsApp user, or of one simulated device of it. */
export function userClient(call: Caller["call"], { jid, lid }: Static<typeof user>): MockUser {
  const params = { jid };
  return {
    jid,
    ...(lid !== undefined && { lid }),
    send: (to, content) => call("sendMessage", { params, body: { to, content: contentOut(content) } }),
    messages: async (query = {}) => (await call("listMessages", { params, query })).messages,
    changeIdentity: () => call("changeIdentity", { params }),
    read: (from, ids, participant) =>
      call("markRead", { params, body: { from, ids, ...(participant !== undefined && { participant }) } }),
    typing: (to, state) => call("showTyping", { params, body: { to, state } }),
    block: (login) => call("blockLogin", { params, body: { login } }),
    opt: (state) => call("setOptedIn", { params, body: { optedIn: state === "in" } }),
    presence: (type) => call("showPresence", { params, body: { type } }),
    createGroup: async (subject, members) => (await call("createGroup", { params, body: { subject, members } })).jid,
    changeGroup: (change, group, members) => call("changeGroup", { params: { jid, group }, body: { change, members } }),
    addDevice: async () => userClient(call, await call("addDevice", { params })),
    devices: async () => (await call("listDevices", { query: { user: jid } })).devices,
    pair: async (code) => deviceClient(call, await call("pairDevice", { params, body: { code } })),
    adopt: async (body) => deviceClient(call, await call("adoptDevice", { params, body })),
    remove: () => call("removeUser", { params }),
  };
}

function deviceClient(call: Caller["call"], linked: Omit<MockDevice, "unlink">): MockDevice {
  return { ...linked, unlink: () => call("unlinkDevice", { params: { jid: linked.jid } }) };
}

function contentOut(given: UserContent): Static<typeof content> {
  return "data" in given ? { ...given, data: toBase64(given.data) } : given;
}
