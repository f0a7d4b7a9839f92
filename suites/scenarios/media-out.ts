import { fileTypes, sampleFile, sendFile } from "../kit/files.js";
import { scenario } from "../kit/index.js";

/** Sizes around the edges of a cipher block. */
export const edgeSizes: readonly number[] = [0, 1, 15, 16, 17, 31, 32];

/** The provider's user sends a file of each type that it can, the same image once more, and images of awkward sizes. */
export const mediaOut = scenario("scenarios/media-out", [], async (context) => {
  const { meta, provider } = context;
  const types = fileTypes.filter((type) => provider.capabilities.has(type));
  if (types.length === 0) return;
  const bob = await meta.user();
  const alice = await provider.connectedUser();
  for (const type of types) await sendFile(context, alice, bob.jid, sampleFile(type));
  if (!provider.capabilities.has("image")) return;
  await sendFile(context, alice, bob.jid, sampleFile("image"));
  for (const size of edgeSizes) {
    const sent = await alice.trySend(bob.jid, sampleFile("image", size));
    if (sent.ok) await context.wait("media", (entry) => entry.messageId === sent.result.id);
  }
});
