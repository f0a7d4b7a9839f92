import { scenario } from "../kit/index.js";
import { mentions } from "../kit/requests.js";
import { deliverText } from "../kit/sending.js";
import { isOpening } from "../kit/texts.js";

/**
 * A WhatsApp user has not opted in: a message is refused. The provider's user asks for it, the WhatsApp user opts in, and
 * a message arrives. In the end the WhatsApp user blocks the provider's user, who is not told.
 */
export const reachability = scenario("scenarios/reachability", ["text", "reachability"], async (context) => {
  const { meta, wait } = context;
  const { alice, bob: carol } = await deliverText(context);
  const bob = await meta.user();
  bob.opt("out");

  const refused = await alice.trySend(bob.jid, { type: "text", text: "You are not." });
  if (refused.ok) await alice.event("error");

  if (!(await alice.tryNotify(bob.jid)).ok) return;
  await wait("stanza", ({ direction, node }) => direction === "in" && node.tag === "iq" && mentions(node, bob.jid));

  bob.opt("in");
  const welcome = await alice.trySend(bob.jid, { type: "text", text: "Thank you for opting in." });
  if (welcome.ok) await wait("opened", isOpening(welcome.result.id));

  await bob.block(alice.login);
  await alice.trySend(bob.jid, { type: "text", text: "Are you still there?" });
  const last = await alice.send(carol.jid, { type: "text", text: "Bob does not answer." });
  await wait("opened", isOpening(last.id));
});
