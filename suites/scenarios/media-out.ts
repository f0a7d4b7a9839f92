import { fileTypes, sampleFile, sendableType, sendFile, someFileType } from "../kit/files.js";
import { scenario } from "../kit/index.js";

/** Sizes around the edges of a cipher block. */
export const edgeSizes: readonly number[] = [0, 1, 15, 16, 17, 31, 32];

/** The provider's user sends a file of each type that it can, one of them once more, and files of awkward sizes. */
export const mediaOut = scenario("scenarios/media-out", [someFileType], async (context) => {
  const { meta, provider } = context;
  const types = fileTypes.filter((type) => provider.capabilities.has(type));
  const bob = await meta.user();
  const alice = await provider.connectedUser();
  for (const type of types) await sendFile(context, alice, bob.jid, sampleFile(type));
  const type = sendableType(provider);
  await sendFile(context, alice, bob.jid, sampleFile(type));
  for (const size of edgeSizes) {
    const sent = await alice.trySend(bob.jid, sampleFile(type, size));
    if (sent.ok) await context.wait("media", (entry) => entry.messageId === sent.result.id);
  }
});
