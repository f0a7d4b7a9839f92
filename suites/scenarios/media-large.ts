import { pathOf, sampleFile, sendFile } from "../kit/files.js";
import { scenario } from "../kit/index.js";

/** More than the buffers between two sockets take, and a proxy's two more, so that a reader that stops is felt at the other end. */
const largeBytes = 16 * 2 ** 20 + 5;
export const readersAtOnce = 3;
/** Well above what a machine under load needs for the file, below what a check may take. */
const pauseMs = 500;

/** One large file: read slowly, given up, asked for by several readers at once. */
export const mediaLarge = scenario("scenarios/media-large", ["image"], async (context) => {
  const { meta, provider } = context;
  const bob = await meta.user();
  const alice = await provider.connectedUser();
  const path = await pathOf(context, await sendFile(context, alice, bob.jid, sampleFile("image", largeBytes)));
  await bob.download(path, { pauseMs });
  await bob.download(path, { abort: true });
  // The provider learns of that in its own time; one more answer, and it has.
  await bob.download(path, { range: "bytes=0-15" });
  await bob.download(path);
  await Promise.all(Array.from({ length: readersAtOnce }, () => bob.download(path)));
});
