import { check } from "../kit/index.js";
import { uploads } from "../kit/keys.js";

export default check("m2-channel/key-refill", {
  requirement: "M2-37",
  async drive({ meta, provider, wait }) {
    const alice = await provider.connectedUser();
    const isUpload = (entry: Parameters<Parameters<typeof wait<"stanza">>[1]>[0]): boolean =>
      entry.direction === "in" && entry.node.attrs["xmlns"] === "encrypt" && entry.node.attrs["type"] === "set";
    if ((await wait("stanza", isUpload)) === undefined) return;
    meta.session(alice.login)?.send({
      tag: "notification",
      attrs: { id: "low-1", type: "encrypt", from: meta.profile.stanza.whatsappServer, t: "1767225600" },
      children: [{ tag: "count", attrs: { value: String(meta.profile.keys.lowWater - 1) } }],
    });
    const notice = meta.journal.entries.findLast(
      (entry) => entry.kind === "stanza" && entry.node.attrs["id"] === "low-1",
    );
    if (notice !== undefined) await wait("stanza", isUpload, { after: notice });
  },
  reached: (trace) => trace.stanzas.toProvider.tag("notification").attr("id", "low-1").list,
  judge({ expect, reached: [notice], trace }) {
    const refills = uploads(trace.after(notice));
    expect("uploads after the notice", refills.length, refills[0] ?? notice).is(1);
  },
  hint: "When the server says that few one-time pre-keys remain, upload a new batch, once for each notice.",
  mutants: { "ignores-low-key-notice": "uploads after the notice" },
});
