import { scenario } from "../kit/index.js";
import { exchangeText, isOpening } from "../kit/texts.js";

/**
 * Each side answers a message of the other and one of its own; then comes an answer to what was never said. The first
 * answer of the provider's user gets lost on its way and is asked for again.
 */
export const replies = scenario("scenarios/replies", ["text", "text-receive", "replies"], async (context) => {
  const { meta, wait } = context;
  const { alice, bob } = await exchangeText(context);
  const hears = async (id: string): Promise<void> => {
    await alice.event("message", (event) => event["id"] === id);
    await wait("stanza", ({ direction, node }) => direction === "in" && node.attrs["id"] === id);
  };
  const question = await bob.send(alice.login, { type: "text", text: "Shall we meet?" });
  await hears(question.id);

  const says = async (text: string, replyTo?: { readonly id: string; readonly from: string }): Promise<string> => {
    const { id } = await alice.send(bob.jid, { type: "text", text }, replyTo);
    await wait("opened", isOpening(id));
    return id;
  };
  const proposal = await says("At noon?");
  meta.arm({ fault: "retry-requested" });
  const lost = await says("Yes, gladly.", { id: question.id, from: bob.jid });
  const asked = await wait("fault", (entry) => entry.event === "applied");
  if (asked !== undefined) await wait("opened", isOpening(lost), { after: asked });
  await says("Or rather at one.", { id: proposal, from: alice.login });

  const references = [
    { id: proposal, from: alice.login },
    { id: question.id, from: bob.jid },
    { id: neverSent, from: alice.login },
  ];
  for (const [index, replyTo] of references.entries()) {
    await hears((await bob.send(alice.login, { type: "text", text: `Answer ${index + 1}`, replyTo })).id);
  }
});

/** Id of a message that nobody has. */
export const neverSent = "3EB0FFFFFFFFFFFFFFFFFF";
