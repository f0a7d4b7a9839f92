import { scenario } from "../kit/index.js";
import { mentions } from "../kit/requests.js";

/** Two people are blocked, one of them before a new login, and one is let in again. The list is read after each step. */
export const blocking = scenario("scenarios/blocking", ["blocking"], async ({ meta, provider, wait }) => {
  const [bob, carol] = [await meta.user(), await meta.user()];
  const alice = await provider.connectedUser();
  const told = (jid: string) =>
    wait("stanza", ({ direction, node }) => direction === "in" && node.tag === "iq" && mentions(node, jid));

  if (!(await alice.tryBlock(bob.jid)).ok) return;
  await told(bob.jid);
  await alice.blocklist();
  await alice.disconnect();
  await alice.connect();
  await alice.block(carol.jid);
  await told(carol.jid);
  await alice.blocklist();
  await alice.unblock(bob.jid);
  await wait("stanza", ({ direction, node }) => direction === "in" && mentions(node, "unblock"));
  await alice.blocklist();
});
