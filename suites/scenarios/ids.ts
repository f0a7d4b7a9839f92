import { converse } from "../kit/conversation.js";
import { type DriveContext, type EntryOf, scenario, type Trace } from "../kit/index.js";
import { fromNow, isAnswerTo } from "../kit/waiting.js";
import { deliveries, isOpening, sealedMessages } from "../kit/texts.js";

/** Ids as clients of several makes write them: in both cases, and of several lengths. */
const ids = {
  shared: "3EB0a7C91f04De62b8aB51",
  otherCase: "3EB0A7c91F04dE62B8Ab51",
  longer: "3EB0a7C91f04De62b8aB51F00dCafe0123456789",
  repeated: "AC0b1D2e3F4a5B6c7D8e9F0a1B2c3D4e",
} as const;

/**
 * Two contacts write under the same id, one of them also under ids that differ little. A message is encrypted again under an
 * id that was shown. At last the provider's user replies and reacts to a message, where it can.
 */
export const messageIds = scenario("scenarios/message-ids", ["text-receive"], async (context) => {
  const { meta, provider } = context;
  const [bob, carol] = [await meta.user(), await meta.user()];
  const alice = await provider.connectedUser();
  const { hears } = converse(context, { alice, bob });
  await hears("First, something that works.");
  const sent = [
    [bob, ids.shared, "Bob was first."],
    [carol, ids.shared, "Carol took the same id."],
    [bob, ids.otherCase, "These letters are larger or smaller."],
    [bob, ids.longer, "This id goes on."],
    [bob, ids.repeated, "This comes twice."],
  ] as const;
  for (const [user, id, text] of sent) {
    await user.send(alice.login, { type: "text", text }, id);
    await alice.event("message", (event) => event["id"] === id && event["from"] === user.jid);
    await taken(context, id, user.jid);
  }
  const since = fromNow(context);
  meta.arm({ fault: "message-time-changed", params: { seconds: 7 } });
  await bob.send(alice.login, { type: "text", text: "This comes twice." }, ids.repeated);
  await taken(context, ids.repeated, bob.jid, since);
  await hears("Did you see it once or twice?");

  const { capabilities } = provider;
  const target = { id: ids.repeated, from: bob.jid };
  if (capabilities.has("text") && capabilities.has("replies")) {
    const { id } = await alice.send(bob.jid, { type: "text", text: "Once." }, target);
    await context.wait("opened", isOpening(id));
  }
  if (!capabilities.has("reactions")) return;
  const { id } = await alice.react(bob.jid, target, "👍");
  await context.wait("opened", isOpening(id));
});

async function taken(
  { wait }: DriveContext,
  id: string,
  to: string,
  since: Parameters<DriveContext["wait"]>[2] = {},
): Promise<void> {
  await wait("stanza", (entry) => isAnswerTo(id)(entry) && entry.node.attrs["to"] === to, since);
}

/** Messages under ids that a suite chose, as they were sealed the first time. */
export function chosenMessages(trace: Trace): readonly EntryOf<"sealed">[] {
  const chosen: readonly string[] = Object.values(ids);
  const found = sealedMessages(trace).filter(
    ({ messageId }) => chosen.includes(messageId) && deliveries(trace, messageId).length > 0,
  );
  return found.filter(
    ({ messageId, user }, at) =>
      found.findIndex((other) => other.messageId === messageId && other.user === user) === at,
  );
}

/** The second sealing of the message that is encrypted again. */
export function sealedAgain(trace: Trace): EntryOf<"sealed"> | undefined {
  return sealedMessages(trace).filter(({ messageId }) => messageId === ids.repeated)[1];
}
