import { converse, tryToSay } from "../kit/conversation.js";
import { scenario } from "../kit/index.js";
import { isOpening } from "../kit/texts.js";
import { isAnswerTo, untilTaken } from "../kit/waiting.js";

/** What is written, by the part of the scenario in which it is. */
export const openingTexts = {
  crossed: "We write at the same time.",
  behind: "And I have read yours by now.",
  withoutKey: ["Nobody had a one-time key left.", "Did you read that?", "This still opens the same session."],
  broken: "This does not open at first.",
  prepared: "I have had your keys for a while.",
  further: "And I have not heard from you.",
  late: "I was under way when the session was replaced.",
  replaced: "I am spoilt, and begin a new session when I come again.",
  newPhone: "I have a new phone.",
} as const;

/**
 * How sessions begin and are replaced: both sides open one at once; no one-time key is left; one opening fails while another
 * is in order; a message is under way while its session is replaced. At the end a contact gets a new identity key, the only
 * change of keys that a user is to hear of.
 */
export const openings = scenario("scenarios/openings", ["text", "text-receive"], async (context) => {
  const { meta, provider, wait } = context;
  const [bob, carol, dave, erin] = [await meta.user(), await meta.user(), await meta.user(), await meta.user()];
  const alice = await provider.connectedUser();
  const { hears } = converse(context, { alice, bob });
  const write = async (from: typeof bob, text: string): Promise<string> =>
    (await from.send(alice.login, { type: "text", text })).id;
  const isAsked = (id: string) =>
    wait("stanza", (entry) => isAnswerTo(id)(entry) && entry.node.attrs["type"] === "retry");

  meta.arm({ fault: "message-held-back", params: { release: "before" } });
  const crossed = await write(bob, openingTexts.crossed);
  if ((await tryToSay(context, alice, bob.jid, "So do I.")) === undefined) return;
  await hears(openingTexts.behind);
  await alice.event("message", (event) => event["id"] === crossed);
  // Another session with the same keys.
  meta.arm({ fault: "retry-requested" });
  const met = await tryToSay(context, alice, bob.jid, "Now we have met.");
  const again = await wait("fault", ({ event, fault }) => event === "applied" && fault === "retry-requested");
  if (met !== undefined && again !== undefined) await wait("opened", isOpening(met), { after: again });
  await hears("Twice, even.");

  meta.arm({ fault: "one-time-key-withheld", account: alice.login });
  let last = "";
  for (const text of openingTexts.withoutKey) last = await write(carol, text);
  await untilTaken(context, alice, last);

  await dave.prepare(alice.login);
  meta.arm({ fault: "ciphertext-corrupted" });
  const broken = await write(erin, openingTexts.broken);
  const asked = await isAsked(broken);
  await untilTaken(context, alice, await write(dave, openingTexts.prepared));
  await untilTaken(context, alice, await write(dave, openingTexts.further));
  if (asked !== undefined) await alice.event("message", (event) => event["id"] === broken);

  await tryToSay(context, alice, carol.jid, "I read you, Carol.");
  meta.arm({ fault: "message-held-back", params: { messages: 2 } });
  const late = await write(carol, openingTexts.late);
  meta.arm({ fault: "ciphertext-corrupted" });
  const replaced = await write(carol, openingTexts.replaced);
  if ((await isAsked(replaced)) === undefined) return;
  for (const id of [replaced, late]) await alice.event("message", (event) => event["id"] === id);

  await tryToSay(context, alice, bob.jid, "Carol is hard to read today.");
  await carol.changeIdentity();
  await untilTaken(context, alice, await write(carol, openingTexts.newPhone));
  await alice.event("security-notice");
});
