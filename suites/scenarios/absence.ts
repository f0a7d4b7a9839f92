import { showText } from "../kit/conversation.js";
import { scenario } from "../kit/index.js";
import { isAnswerTo, leave } from "../kit/waiting.js";

/** Messages wait while the user is away. No push says so, and the user comes back by chance. */
export const offline = scenario("scenarios/offline", ["text-receive"], async (context) => {
  const { meta, wait } = context;
  const { alice, bob } = await showText(context);
  await leave(context, alice);
  meta.arm({ fault: "push-withheld", times: "always" });
  const ids: string[] = [];
  for (const text of ["While you were away: one", "two", "three"]) {
    ids.push((await bob.send(alice.login, { type: "text", text })).id);
  }
  await alice.connect();
  for (const id of ids) await alice.event("message", (event) => event["id"] === id);
  await wait("stanza", isAnswerTo(ids.at(-1)));
});

/**
 * The provider is killed twice without warning: once when the server has just got the receipt for a message that the user
 * has not read yet, and once when the receipt for another one is lost on its way.
 */
export const killed = scenario("scenarios/killed", ["text-receive", "restart"], async (context) => {
  const { meta, provider, wait } = context;
  const { alice, bob } = await showText(context);
  const answered = await bob.send(alice.login, { type: "text", text: "Answered, and not read yet." });
  await wait("stanza", isAnswerTo(answered.id));
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
  await wait("stanza", isAnswerTo(unanswered.id), { after: lost });
});
