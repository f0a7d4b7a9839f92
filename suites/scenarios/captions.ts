import { sampleFile, showFile } from "../kit/files.js";
import { scenario } from "../kit/index.js";
import { oddFileTexts } from "../kit/odd-texts.js";
import { isOpening } from "../kit/texts.js";
import { isAnswerTo } from "../kit/waiting.js";

const documents = oddFileTexts.map((texts, at) => ({ ...sampleFile("document", 701 + 2 * at), ...texts }));

/** The WhatsApp user sends documents with odd captions and names, and one inside the wrapper that captions can bring. */
export const captionsIn = scenario("scenarios/captions-in", ["media-receive"], async (context) => {
  const { meta, provider, wait } = context;
  const bob = await meta.user();
  const alice = await provider.connectedUser();
  const sent = [];
  for (const file of documents) sent.push(await bob.send(alice.login, file));
  meta.arm({ fault: "content-wrapped", params: { field: documentWithCaption } });
  await bob.send(alice.login, sampleFile("document", 801));
  const last = await showFile(bob, alice, sampleFile("document", 803));
  await wait("stanza", isAnswerTo(last));
  // A file is fetched when its message was opened: earlier ones may be shown after the last.
  for (const { id } of sent) await alice.event("message", (event) => event["id"] === id);
  await provider.drainEvents();
});

/** Field of the wrapper (wire 4). */
const documentWithCaption = 53;

/** The provider's user sends documents with odd captions and names. */
export const captionsOut = scenario("scenarios/captions-out", ["document"], async ({ meta, provider, wait }) => {
  const bob = await meta.user();
  const alice = await provider.connectedUser();
  let last = "";
  for (const file of documents) {
    const sent = await alice.trySend(bob.jid, file);
    if (sent.ok) last = sent.result.id;
  }
  await wait("opened", isOpening(last));
});
