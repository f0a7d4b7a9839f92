import { scenario, type StanzaEntry } from "../kit/index.js";

/** A user uploads keys at the first login, and more when the server says that few are left. */
export const keyRefill = scenario("scenarios/key-refill", [], async ({ meta, provider, wait }) => {
  const alice = await provider.connectedUser();
  if ((await wait("stanza", isUpload)) === undefined) return;
  const { last } = meta.journal;
  meta.session(alice.login)?.send({
    tag: "notification",
    attrs: { id: lowNotice, type: "encrypt", from: meta.profile.stanza.whatsappServer, t: "1767225600" },
    children: [{ tag: "count", attrs: { value: String(meta.profile.keys.lowWater - 1) } }],
  });
  await wait("stanza", (entry) => entry.seq > last && isUpload(entry));
});

/** Id of the notice. */
export const lowNotice = "low-1";

function isUpload({ direction, node }: StanzaEntry): boolean {
  return direction === "in" && node.attrs["xmlns"] === "encrypt" && node.attrs["type"] === "set";
}
