import { fileTypes, sampleFile, showFile } from "../kit/files.js";
import { scenario } from "../kit/index.js";
import { edgeSizes } from "./media-out.js";

/** The WhatsApp user sends a file of each type, and images of awkward sizes. */
export const mediaIn = scenario("scenarios/media-in", ["media-receive"], async (context) => {
  const { meta, provider, wait } = context;
  const bob = await meta.user();
  const alice = await provider.connectedUser();
  for (const type of fileTypes) await showFile(bob, alice, sampleFile(type));
  const edges = [];
  for (const size of edgeSizes) edges.push(await bob.send(alice.login, sampleFile("image", size)));
  for (const { id } of edges) await alice.event("message", (event) => event["id"] === id);
  const last = edges.at(-1)?.id;
  await wait("stanza", ({ direction, node }) => direction === "in" && node.attrs["id"] === last);
});
