import { deliverText, establish, showText } from "../kit/conversation.js";
import { scenario } from "../kit/index.js";
import { isOpening } from "../kit/texts.js";
import { isAnswerTo, untilTaken } from "../kit/waiting.js";

/** Somebody gets a new phone, writes from it, and goes on writing. */
export const newPhone = scenario("scenarios/new-phone", ["text-receive"], async (context) => {
  const { alice, bob } = await showText(context);
  await bob.changeIdentity();
  const { id } = await bob.send(alice.login, { type: "text", text: "New phone, same me." });
  await alice.event("message", (event) => event["id"] === id);
  await alice.event("security-notice");
  for (const text of ["You may check my number.", "It is the same."])
    await untilTaken(context, alice, (await bob.send(alice.login, { type: "text", text })).id);
});

/**
 * Somebody asks for a message again, and later gets a new phone. The provider learns of the phone when it writes.
 */
export const newPhoneInBundle = scenario("scenarios/new-phone-in-bundle", ["text", "text-receive"], async (context) => {
  const { meta, wait } = context;
  const { alice, bob, says } = await establish(context);
  meta.arm({ fault: "retry-requested" });
  const asked = await says("Say it again.");
  const first = asked === undefined ? undefined : await wait("opened", isOpening(asked));
  if (first !== undefined) await wait("opened", isOpening(first.messageId), { after: first });
  meta.arm({ fault: "identity-notice-withheld" });
  await bob.changeIdentity();
  const sent = await alice.trySend(bob.jid, { type: "text", text: "Are you still you?" });
  const refused = sent.ok && (await wait("opened", isOpening(sent.result.id)));
  if (refused) await wait("opened", isOpening(refused.messageId), { after: refused });
  await alice.event("security-notice");
});

/** A new phone, and the request for what did not open brings the new keys with it. */
export const newPhoneInRetry = scenario("scenarios/new-phone-in-retry", ["text", "text-receive"], async (context) => {
  const { meta, wait } = context;
  const { alice, bob } = await deliverText(context);
  meta.arm({ fault: "identity-notice-withheld" });
  await bob.changeIdentity();
  meta.arm({ fault: "retry-keys-at-once" });
  const sent = await alice.trySend(bob.jid, { type: "text", text: "Is this still your phone?" });
  if (!sent.ok) return;
  const refused = await wait("opened", isOpening(sent.result.id));
  if (refused === undefined) return;
  await wait("stanza", (entry) => isAnswerTo(sent.result.id)(entry) && entry.node.tag === "ack");
  await wait("opened", isOpening(sent.result.id), { after: refused });
  await alice.event("security-notice");
});
