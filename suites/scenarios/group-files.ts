import { sampleFile, sendableType, sendFile } from "../kit/files.js";
import { startGroup } from "../kit/groups.js";
import { scenario } from "../kit/index.js";

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
