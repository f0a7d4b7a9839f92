import { establish } from "../kit/established.js";
import { scenario } from "../kit/index.js";
import { isOpening } from "../kit/texts.js";

export const unknownId = "3EB0FFFFFFFFFFFFFFFFFF";

/** A request for a message that was never sent, and one from a device that has registered anew. */
export const oddRetries = scenario("scenarios/odd-retries", ["text", "text-receive"], async (context) => {
  const { meta, wait } = context;
  const { alice, bob, says } = await establish(context);
  const t = `${Math.floor(meta.clock.now() / 1000)}`;
  meta.session(alice.login)?.send({
    tag: "receipt",
    attrs: { id: unknownId, from: bob.jid, type: "retry", t },
    children: [
      { tag: "retry", attrs: { id: unknownId, count: "1", t, v: "1" } },
      { tag: "registration", attrs: {}, bytes: Buffer.from([0, 0, 1, 1]).toString("base64") },
    ],
  });
  await wait("stanza", ({ direction, node }) => direction === "in" && node.attrs["id"] === unknownId);
  await says("I never wrote that.");
  meta.arm({ fault: "retry-requested" });
  meta.arm({ fault: "retry-other-registration" });
  const sent = await alice.trySend(bob.jid, { type: "text", text: "Do you have a new phone?" });
  if (!sent.ok) return;
  const first = await wait("opened", isOpening(sent.result.id));
  if (first !== undefined) await wait("opened", isOpening(sent.result.id), { after: first });
});
