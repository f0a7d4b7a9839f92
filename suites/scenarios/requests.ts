import { deliverText, tryToSay } from "../kit/conversation.js";
import { scenario } from "../kit/index.js";
import { mentions } from "../kit/requests.js";
import { isOpening } from "../kit/texts.js";
import { untilClosed } from "../kit/waiting.js";

/** Two people are blocked, one of them before a new login, and one is let in again. The list is read after each change. */
export const blocking = scenario("scenarios/blocking", ["blocking"], async ({ meta, provider, wait }) => {
  const [bob, carol] = [await meta.user(), await meta.user()];
  const alice = await provider.connectedUser();
  const untilNamed = (jid: string) =>
    wait("stanza", ({ direction, node }) => direction === "in" && node.tag === "iq" && mentions(node, jid));

  if (!(await alice.tryBlock(bob.jid)).ok) return;
  await untilNamed(bob.jid);
  await alice.blocklist();
  await alice.disconnect();
  await alice.connect();
  await alice.block(carol.jid);
  await untilNamed(carol.jid);
  await alice.blocklist();
  await alice.unblock(bob.jid);
  await wait("stanza", ({ direction, node }) => direction === "in" && mentions(node, "unblock"));
  await alice.blocklist();
});

/** A user is deleted, tries to come back as if nothing had been, and is then created and enlisted again. */
export const deletion = scenario("scenarios/deletion", ["deletion"], async (context) => {
  const { meta, provider } = context;
  const alice = await provider.connectedUser();
  const connection = meta.session(alice.login)?.connection;
  await alice.delete();
  await untilClosed(context, connection);
  await alice.tryConnect();
  const again = await provider.newUser(alice.id);
  await again.tryEnlist();
});

/**
 * A WhatsApp user has not opted in: a message is refused. The provider's user asks for it, the WhatsApp user opts in, and
 * a message arrives. In the end the WhatsApp user blocks the provider's user, who does not learn of it.
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
  await tryToSay(context, alice, bob.jid, "Thank you for opting in.");

  await bob.block(alice.login);
  await alice.trySend(bob.jid, { type: "text", text: "Are you still there?" });
  const last = await alice.send(carol.jid, { type: "text", text: "Bob does not answer." });
  await wait("opened", isOpening(last.id));
});
