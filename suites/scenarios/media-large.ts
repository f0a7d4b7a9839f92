import { pathOf, sampleFile, sendableType, sendFile, someFileType } from "../kit/files.js";
import { scenario } from "../kit/index.js";

/** More than the buffers between two sockets take, and a proxy's two more, so that a reader that stops is felt at the other end. */
const largeBytes = 16 * 2 ** 20 + 5;
/** Enough to be under way while others come. */
const sharedBytes = 4 * 2 ** 20 + 5;
export const readersAtOnce = 3;
/** Well above what a machine under load needs for the file, below what a check may take. */
const pauseMs = 500;

/** A large file that is read slowly, and then given up; one that several readers ask for at once. */
export const mediaLarge = scenario(
  "scenarios/media-large",
  [someFileType],
  async (context) => {
    const { meta, provider } = context;
    const bob = await meta.user();
    const alice = await provider.connectedUser();
    const sent = async (bytes: number): Promise<string> =>
      pathOf(context, await sendFile(context, alice, bob.jid, sampleFile(sendableType(provider), bytes)));
    const path = await sent(largeBytes);
    await bob.download(path, { pauseMs });
    await bob.download(path, { abort: true });
    // The provider learns of that in its own time; one more answer, and it has.
    for (const range of ["bytes=0-15", "bytes=16-31"]) await bob.download(path, { range });
    const shared = await sent(sharedBytes);
    // An id that was given twice names no file; m3-messaging/message-ids judges that.
    if (shared === path) return;
    await Promise.all(Array.from({ length: readersAtOnce }, () => bob.download(shared)));
  },
  { heavy: true },
);
