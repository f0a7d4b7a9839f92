import { establish } from "../kit/established.js";
import { scenario } from "../kit/index.js";
import { probeOf } from "../kit/probes.js";

/** A WhatsApp user who asks for the same message again and again, with keys from the second time on. */
export const askedAgain = scenario("scenarios/asked-again", ["text", "text-receive"], async (context) => {
  const { meta, wait } = context;
  const { alice, bob, says } = await establish(context);
  const { maximumResends } = meta.profile.receipts;
  meta.arm({ fault: "retry-endless", times: maximumResends + 2 });
  const sent = await alice.trySend(bob.jid, { type: "text", text: "Please say that again, and again." });
  if (!sent.ok) return;
  const { id } = sent.result;
  await wait(
    "stanza",
    ({ direction, node }) =>
      direction === "out" &&
      node.attrs["id"] === id &&
      node.children?.some(({ tag, attrs }) => tag === "retry" && attrs["count"] === `${maximumResends + 1}`) === true,
  );
  // The provider has read the last request when it answers the probe behind it. Its answers come in order, so what the
  // request led to has come when the next message has.
  await probeOf(context, alice, "behind-requests");
  await says("That was enough.");
});
