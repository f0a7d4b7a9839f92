import type { ProviderUser } from "../../harness/ports/provider-side.js";
import { sampleFile, sendableType, sendFile } from "../kit/files.js";
import { type GroupTalk, startGroup } from "../kit/groups.js";
import { type DriveContext, type EntryOf, scenario, type StanzaEntry } from "../kit/index.js";
import { fromNow } from "../kit/waiting.js";

/**
 * A group of three talks. Bob gets a new phone. Dave joins, Carol is removed, and all but her talk on; then she asks for something that she has
 * read before; and at last Bob asks for a message again.
 */
export const groupTalk = scenario("scenarios/group-talk", ["groups", "text", "text-receive"], async (context) => {
  const { meta, provider, wait } = context;
  const [bob, carol, dave] = [await meta.user(), await meta.user(), await meta.user()];
  const alice = await provider.connectedUser();
  const talk = await startGroup(context, alice, bob, [carol]);
  if (talk === undefined) return;

  await talk.says("Shall we meet? Grüße", bob, carol);
  await talk.says("Tonight, say?", bob, carol);
  await talk.hears(bob, "Tonight is fine. 👍");
  await talk.hears(carol, "For me too.");

  // Without news of it nobody could know before they write.
  const since = fromNow(context);
  await bob.changeIdentity();
  const isNews = ({ direction, node }: StanzaEntry): boolean =>
    direction === "in" && node.tag === "ack" && node.attrs["to"] === bob.jid && node.attrs["class"] === "notification";
  await wait("stanza", isNews, since);
  await talk.says("Is that your new phone?", bob, carol);

  await talk.change("add", dave);
  const welcome = await talk.says("Welcome, Dave.", bob, carol, dave);
  await talk.change("remove", carol);
  await talk.says("Just us now.", bob, dave);
  await talk.hears(bob, "So it seems.");

  if (welcome !== undefined) await askAgain(context, alice, talk, { id: welcome, asker: carol.jid });
  meta.arm({ fault: "retry-requested" });
  const last = await talk.says("Good night.", bob, dave);
  const asked = await wait("fault", ({ event }) => event === "applied");
  const isAgain = ({ messageId, shared }: EntryOf<"opened">): boolean => messageId === last && shared === undefined;
  if (asked !== undefined) await wait("opened", isAgain, { after: asked });
});

/** The server passes on a retry receipt of somebody who is not in the group. */
async function askAgain(
  context: DriveContext,
  alice: ProviderUser,
  { group }: GroupTalk,
  { id, asker }: { readonly id: string; readonly asker: string },
): Promise<void> {
  const { meta, wait } = context;
  const since = fromNow(context);
  const t = String(Math.floor(meta.clock.now() / 1000));
  meta.session(alice.login)?.send({
    tag: "receipt",
    attrs: { id, from: group, participant: asker, type: "retry", t },
    children: [
      { tag: "retry", attrs: { id, count: "1", t, v: "1" } },
      { tag: "registration", attrs: {}, bytes: "AAAAAQ==" },
    ],
  });
  await wait("stanza", ({ direction, node }) => direction === "in" && node.attrs["class"] === "receipt", since);
}

/**
 * What can be wrong with messages of a group, one after the other, each followed by one that is in order: the key is
 * missing, the signature is forged, a message is overtaken, a ciphertext comes twice, a stranger is heard.
 */
export const groupTrouble = scenario("scenarios/group-trouble", ["groups", "text-receive"], async (context) => {
  const { meta, provider } = context;
  const [bob, carol] = [await meta.user(), await meta.user()];
  const alice = await provider.connectedUser();
  const talk = await startGroup(context, alice, bob, [carol]);
  if (talk === undefined) return;
  const { group } = talk;

  meta.arm({ fault: "sender-key-withheld", account: alice.login });
  await talk.hears(bob, "You have no key for this one yet.");
  await talk.hears(bob, "For this one you have.");

  meta.arm({ fault: "group-message-forged" });
  await talk.hears(bob, "Before this one came its forged twin.");

  meta.arm({ fault: "message-held-back" });
  const late = await bob.send(group, { type: "text", text: "I was first, and come late." });
  const early = await bob.send(group, { type: "text", text: "I was second, and come early." });
  await talk.seen(early.id);
  await talk.seen(late.id);

  meta.arm({ fault: "ciphertext-replayed", params: { of: early.id } });
  await bob.send(group, { type: "text", text: "In my place comes a message that you know." });
  await talk.hears(bob, "Have you seen it twice?");

  await talk.hears(carol, "I am still with you.");
  await talk.change("remove", carol);
  meta.arm({ fault: "group-outsider-heard", account: carol.jid, times: "always" });
  await carol.send(group, { type: "text", text: "I should not be heard any more." });
  await talk.settled(await talk.hears(bob, "Carol is gone."));
});

/**
 * In a group of three a member sends a file, and then the provider's user does, where that provider can: first to one
 * member alone, which shows that its files arrive.
 */
export const groupFiles = scenario("scenarios/group-files", ["groups", "media-receive"], async (context) => {
  const { meta, provider, wait } = context;
  const [bob, carol] = [await meta.user(), await meta.user()];
  const alice = await provider.connectedUser();
  const talk = await startGroup(context, alice, bob, [carol]);
  if (talk === undefined) return;
  const { id } = await bob.send(talk.group, sampleFile("document"));
  await talk.seen(id);

  const type = sendableType(provider);
  if (!provider.capabilities.has(type)) return;
  await sendFile(context, alice, bob.jid, sampleFile(type));
  const sent = await alice.trySend(talk.group, sampleFile(type));
  if (!sent.ok) return;
  for (const { jid } of [bob, carol])
    await wait("media", ({ user, messageId }) => user === jid && messageId === sent.result.id);
});
