import { pathOf, sampleFile, sendableType, sendFile, someFileType } from "../kit/files.js";
import { scenario } from "../kit/index.js";

/** A range within the file, the end of the file, and one that begins behind it. */
export const ranges = { inside: "bytes=100-199", end: "bytes=-10", behind: "bytes=5000-" } as const;

/** A reference that no provider has given out. */
export const unknownRef = "bm90LWEtcmVmZXJlbmNlLW9mLWFueWJvZHk";

/** One small file, for which Meta's fetcher asks in every way that it may. */
export const mediaHost = scenario("scenarios/media-host", [someFileType], async (context) => {
  const { meta, provider } = context;
  const bob = await meta.user();
  const alice = await provider.connectedUser();
  const path = await pathOf(context, await sendFile(context, alice, bob.jid, sampleFile(sendableType(provider), 1000)));
  for (const range of Object.values(ranges)) await bob.download(path, { range });
  await bob.download(path, { method: "HEAD" });
  await bob.download(path.replace(/[^/]+\/$/, `${unknownRef}/`));
  // Another last character would not do: the last one of base64 may have bits that mean nothing.
  await bob.download(path.replace(/.\/$/, "/"));
  await bob.download(path);
});
