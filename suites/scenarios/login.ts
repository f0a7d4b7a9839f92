import { serverAddress } from "../../protocol/ids/jid.js";
import { probeHandshake } from "../kit/handshake-probe.js";
import { scenario, type StanzaEntry } from "../kit/index.js";
import { probeOf } from "../kit/probes.js";

/** One enlisted user logs in, uploads keys, leaves in good order, and logs in again. */
export const login = scenario("scenarios/login", [], async (context) => {
  const { meta, provider, wait } = context;
  const alice = await provider.enlistedUser();
  const { last } = meta.journal;
  const { ok } = await alice.tryConnect();
  if (!ok) await probeHandshake(context, alice, last);
  await wait("stanza", (entry) => entry.direction === "in" && entry.node.attrs["xmlns"] === "encrypt");
  await alice.disconnect();
  await alice.connect();
});

/** A user uploads keys at the first login, and more when the server says that few are left. */
export const keyRefill = scenario("scenarios/key-refill", [], async ({ meta, provider, wait }) => {
  const alice = await provider.connectedUser();
  if ((await wait("stanza", isUpload)) === undefined) return;
  const { last } = meta.journal;
  meta.session(alice.login)?.send({
    tag: "notification",
    attrs: { id: lowNotice, type: "encrypt", from: serverAddress, t: "1767225600" },
    children: [{ tag: "count", attrs: { value: String(meta.profile.keys.lowWater - 1) } }],
  });
  await wait("stanza", (entry) => entry.seq > last && isUpload(entry));
});

/** Id of the notice. */
export const lowNotice = "low-1";

function isUpload({ direction, node }: StanzaEntry): boolean {
  return direction === "in" && node.attrs["xmlns"] === "encrypt" && node.attrs["type"] === "set";
}

/** The server refuses the first upload of keys, and some that follow. The user stays, then leaves and logs in again. */
export const refusedUpload = scenario("scenarios/refused-upload", [], async (context) => {
  const { meta, provider } = context;
  const alice = await provider.enlistedUser();
  meta.arm({ fault: "key-upload-refused", account: alice.login, times: 5 });
  await alice.tryConnect();
  const probe = await probeOf(context, alice, "between");
  await alice.disconnect();
  await alice.tryConnect();
  await probe.ask("after");
});
