import type { ProviderSide } from "../../harness/ports/provider-side.js";
import { converse, showText, tryToSay } from "../kit/conversation.js";
import { appliedFaults } from "../kit/faults.js";
import { sampleFile } from "../kit/files.js";
import { type EntryOf, scenario, type StanzaEntry, type Trace } from "../kit/index.js";
import { deliveries, sealedMessages } from "../kit/texts.js";
import { isAnswerTo, leave, untilAll, untilShown } from "../kit/waiting.js";

/** More than any client takes from the mailbox at once by accident. */
const manyMessages = 20;

/**
 * Messages of two people wait while the user is away: many texts, a reaction and a file, where the provider can show them, one
 * message that does not open, some that the server dates before the last one that was shown, and one that it dates an hour ahead.
 * So do a receipt, where the provider shows them, and the notice that somebody has a new phone. No push says so, and the
 * user comes back by chance. In the end one more message does not open.
 */
export const offline = scenario("scenarios/offline", ["text-receive"], async (context) => {
  const { meta, provider, wait } = context;
  const carol = await meta.user();
  const { alice, bob } = await showText(context);
  const dave = await meta.user();
  await converse(context, { alice, bob: dave }).hears("I shall get a new phone.");
  const said = isShowingReceipts(provider) ? await tryToSay(context, alice, bob.jid, "Read this later.") : undefined;
  await leave(context, alice);
  meta.arm({ fault: "push-withheld", times: "always" });
  if (said !== undefined) bob.read(alice.login, [said]);
  await dave.changeIdentity();
  const texts: string[] = [];
  const write = async (from: typeof bob, text: string): Promise<string> => {
    const { id } = await from.send(alice.login, { type: "text", text });
    texts.push(id);
    return id;
  };
  const target = await write(bob, "While you were away: one");
  meta.arm({ fault: "message-time-changed", times: 2 });
  for (const text of ["two", "three"]) await write(bob, text);
  meta.arm({ fault: "message-time-changed", params: { seconds: 3600 } });
  await write(bob, "four, by a clock that is an hour ahead");
  meta.arm({ fault: "one-time-key-withheld", account: alice.login });
  await write(carol, "We have not met yet.");
  const others: string[] = [];
  const isReaction = provider.capabilities.has("reactions");
  if (isReaction) {
    const reaction = { type: "reaction", target: { id: target, from: bob.jid }, emoji: "🎉" } as const;
    others.push((await bob.send(alice.login, reaction)).id);
  }
  if (provider.capabilities.has("media-receive")) {
    const { id } = await bob.send(alice.login, sampleFile("document"));
    others.push(id);
    texts.push(id);
  }
  meta.arm({ fault: "ciphertext-corrupted" });
  await write(carol, "This one was spoilt.");
  for (let count = 1; count <= manyMessages; count += 1)
    await write(count % 3 === 0 ? carol : bob, `One of many: ${count}`);
  await alice.connect();
  await untilShown(alice, texts);
  if (isReaction) await alice.event("reaction");
  if (said !== undefined) await alice.event("receipt", (event) => event["type"] === "read");
  await alice.event("security-notice");
  const last = [...others, texts.at(-1)];
  await untilAll(last.map((id) => (ms) => wait("stanza", isAnswerTo(id), ms === undefined ? {} : { ms })));
  meta.arm({ fault: "ciphertext-corrupted" });
  const spoilt = await write(bob, "This one too, while you are there.");
  await alice.event("message", (event) => event["id"] === spoilt);
});

function isShowingReceipts({ capabilities }: ProviderSide): boolean {
  return capabilities.has("text") && capabilities.has("receipts");
}

/** Stanzas of this kind that waited in the mailbox, which says so with an attribute. */
export function waitedStanzas(trace: Trace, tag: "receipt" | "notification"): readonly StanzaEntry[] {
  return trace.stanzas.toProvider.tag(tag).where(({ node }) => "offline" in node.attrs).list;
}

/** What waited in the mailbox, which says so with an attribute, and no fault had spoilt. */
export function waitedMessages(trace: Trace): readonly EntryOf<"sealed">[] {
  const spoilt = appliedFaults(trace, "ciphertext-corrupted").map(({ messageId }) => messageId);
  return sealedMessages(trace).filter(
    ({ messageId }) =>
      !spoilt.includes(messageId) && deliveries(trace, messageId).some(({ node }) => "offline" in node.attrs),
  );
}

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
