import { fromHex, toBase64 } from "../../../../core/bytes.js";
import { bareJid, formatJid, parseJid } from "../../../../protocol/ids/jid.js";
import type { DeviceView } from "../../../engine/types.js";
import type { LinkedDevice } from "../../../side/side.js";
import type { devices } from "../contract/devices.js";
import type { Handlers } from "./handler.js";
import { signedPreKeyIn } from "./provider.js";
import { shownUser } from "./users.js";

export const deviceHandlers: Handlers<typeof devices> = {
  listDevices({ tenant, query: { user } }) {
    const all = tenant.core.engine.devices();
    return { devices: (user === undefined ? all : all.filter(belongsTo(user))).map(listed) };
  },
  addDevice: async ({ tenant, params: { jid } }) => shownUser(await tenant.side.addDevice(jid)),
  pairDevice: ({ tenant, params: { jid }, body: { code } }) => shown(tenant.side.pair(jid, code)),
  adoptDevice({ tenant, params: { jid }, body }) {
    const device = {
      noiseKey: fromHex(body.noiseKey),
      identityKey: fromHex(body.identityKey),
      registrationId: body.registrationId,
      signedPreKey: signedPreKeyIn(body.signedPreKey),
    };
    return shown(tenant.side.adopt(jid, device));
  },
  unlinkDevice: ({ tenant, params: { jid } }) => tenant.side.unlink(jid),
};

function belongsTo(user: string) {
  const owner = bare(user);
  return ({ jid, lid }: DeviceView): boolean => bare(jid) === owner || bare(lid) === owner;
}

function bare(address: string): string {
  const jid = parseJid(address);
  return jid === undefined ? address : formatJid(bareJid(jid));
}

function listed({ jid, lid, noiseKey, connection, preKeysLeft, queued }: DeviceView) {
  const simulated = noiseKey === undefined;
  return { jid, lid, simulated, connected: simulated || connection !== undefined, preKeysLeft, queued };
}

function shown({ jid, lid, signedIdentity, accountKey }: LinkedDevice) {
  return { jid, lid, signedIdentity: toBase64(signedIdentity), accountKey: toBase64(accountKey) };
}
