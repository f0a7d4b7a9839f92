import { toBase64 } from "../../core/bytes.js";
import type { UserContent } from "../../harness/ports/meta-side.js";
import * as devices from "../servers/admin/contract/devices.js";
import * as users from "../servers/admin/contract/users.js";
import type { TypeOf } from "../schema/shape.js";
import type { Call } from "./call.js";
import type { MockDevice, MockUser } from "./types.js";

/** The client of one WhatsApp user, or of one simulated device of it. */
export function userClient(call: Call, { jid, lid }: TypeOf<typeof users.user>): MockUser {
  const params = { jid };
  return {
    jid,
    ...(lid !== undefined && { lid }),
    send: (to, content) => call(users.sendMessage, { params, body: { to, content: contentOut(content) } }),
    messages: async (query = {}) => (await call(users.listMessages, { params, query })).messages,
    changeIdentity: () => call(users.changeIdentity, { params }),
    read: (from, ids, participant) =>
      call(users.markRead, { params, body: { from, ids, ...(participant !== undefined && { participant }) } }),
    typing: (to, state) => call(users.showTyping, { params, body: { to, state } }),
    block: (login) => call(users.blockLogin, { params, body: { login } }),
    opt: (state) => call(users.setOptedIn, { params, body: { optedIn: state === "in" } }),
    presence: (type) => call(users.showPresence, { params, body: { type } }),
    createGroup: async (subject, members) =>
      (await call(users.createGroup, { params, body: { subject, members } })).jid,
    changeGroup: (change, group, members) =>
      call(users.changeGroup, { params: { jid, group }, body: { change, members } }),
    addDevice: async () => userClient(call, await call(devices.addDevice, { params })),
    devices: async () => (await call(devices.listDevices, { query: { user: jid } })).devices,
    pair: async (code) => deviceClient(call, await call(devices.pairDevice, { params, body: { code } })),
    adopt: async (body) => deviceClient(call, await call(devices.adoptDevice, { params, body })),
    remove: () => call(users.removeUser, { params }),
  };
}

function deviceClient(call: Call, linked: Omit<MockDevice, "unlink">): MockDevice {
  return { ...linked, unlink: () => call(devices.unlinkDevice, { params: { jid: linked.jid } }) };
}

function contentOut(content: UserContent): TypeOf<typeof users.content> {
  return "data" in content ? { ...content, data: toBase64(content.data) } : content;
}
