import { scenario } from "../kit/index.js";
import { exchangeText } from "../kit/texts.js";

/**
 * The provider is killed twice without warning: once when the server has just got the receipt for a message that the user
 * has not read yet, and once when the receipt for another one is lost on its way.
 */
export const killed = scenario("scenarios/killed", ["text-receive", "restart"], async (context) => {
  const { meta, provider, wait } = context;
  const { alice, bob } = await exchangeText(context);
  const answered = await bob.send(alice.login, { type: "text", text: "Answered, and not read yet." });
  await wait("stanza", ({ direction, node }) => direction === "in" && node.attrs["id"] === answered.id);
  await provider.restart();
  await alice.connect();
  await alice.event("message", (event) => event["id"] === answered.id);

  meta.arm({ fault: "receipt-lost" });
  const unanswered = await bob.send(alice.login, { type: "text", text: "The answer to this one gets lost." });
  const lost = await wait("fault", ({ event }) => event === "applied");
  if (lost === undefined) return;
  await provider.restart();
  await alice.connect();
  await alice.event("message", (event) => event["id"] === unanswered.id);
  await wait("stanza", ({ direction, node }) => direction === "in" && node.attrs["id"] === unanswered.id, {
    after: lost,
  });
});
