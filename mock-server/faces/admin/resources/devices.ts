import { fromHex, toBase64 } from "../../../../core/bytes.js";
import type { LinkedDevice } from "../../../users/people.js";
import { addDevice, adoptDevice, pairDevice, unlinkDevice } from "../contract/devices.js";
import { route } from "../route.js";
import { signedPreKeyIn } from "./keys.js";
import { shownUser } from "./users.js";

export const deviceRoutes = [
  route(addDevice, async ({ tenant, params: { jid } }) => shownUser(await tenant.side.addDevice(jid))),
  route(pairDevice, ({ tenant, params: { jid }, body: { code } }) => shown(tenant.side.pair(jid, code))),
  route(adoptDevice, ({ tenant, params: { jid }, body }) =>
    shown(
      tenant.side.adopt(jid, {
        noiseKey: fromHex(body.noiseKey),
        identityKey: fromHex(body.identityKey),
        registrationId: body.registrationId,
        signedPreKey: signedPreKeyIn(body.signedPreKey),
      }),
    ),
  ),
  route(unlinkDevice, ({ tenant, params: { jid } }) => tenant.side.unlink(jid)),
];

function shown({ jid, lid, signedIdentity, accountKey }: LinkedDevice) {
  return { jid, lid, signedIdentity: toBase64(signedIdentity), accountKey: toBase64(accountKey) };
}
