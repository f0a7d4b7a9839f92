import { scenario } from "../kit/index.js";
import { exchangeText, isOpening } from "../kit/texts.js";

/**
 * Each side reacts to a message of the other and to one of its own, and takes a reaction back. The last reaction of the
 * provider's user gets lost on its way and is asked for again.
 */
export const reactions = scenario("scenarios/reactions", ["text", "text-receive", "reactions"], async (context) => {
  const { meta, wait } = context;
  const { alice, bob } = await exchangeText(context);
  const heard = await bob.send(alice.login, { type: "text", text: "Look at this." });
  await alice.event("message", (event) => event["id"] === heard.id);
  const said = await alice.send(bob.jid, { type: "text", text: "I see." });
  await wait("opened", isOpening(said.id));

  const theirs = { id: heard.id, from: bob.jid };
  const reacts = async (target: typeof theirs, emoji: string): Promise<string> => {
    const { id } = await alice.react(bob.jid, target, emoji);
    await wait("opened", isOpening(id));
    return id;
  };
  await reacts(theirs, "👍");
  await reacts({ id: said.id, from: alice.login }, "❤️");
  await reacts(theirs, "");

  for (const [target, emoji] of [
    [{ id: said.id, from: alice.login }, "😂"],
    [theirs, "🙏🏽"],
    [{ id: said.id, from: alice.login }, ""],
  ] as const) {
    const { id } = await bob.send(alice.login, { type: "reaction", target, emoji });
    await alice.event("reaction", (event) => event["emoji"] === emoji);
    await wait("stanza", ({ direction, node }) => direction === "in" && node.attrs["id"] === id);
  }

  meta.arm({ fault: "retry-requested" });
  const lost = await reacts(theirs, "🎉");
  const asked = await wait("fault", (entry) => entry.event === "applied");
  if (asked !== undefined) await wait("opened", isOpening(lost), { after: asked });
});
