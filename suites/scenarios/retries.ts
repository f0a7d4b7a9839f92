import { establish, showText } from "../kit/conversation.js";
import { appliedFaults, faultsOnMessages, sendDeviantMessage } from "../kit/faults.js";
import {
  childOf,
  type DriveContext,
  type EntryOf,
  scenario,
  type StanzaEntry,
  type Trace,
  type TraceEntry,
} from "../kit/index.js";
import { probeOf } from "../kit/probes.js";
import { confirmsDelivery, receipts } from "../kit/receipts.js";
import { deliveries, isOpen, isOpening, neverSent, openedMessages, requestedTexts } from "../kit/texts.js";
import { fromNow, isAnswerTo, untilTaken } from "../kit/waiting.js";

type Fault = EntryOf<"fault">;

const stubborn = "You will ask for this one as if you had never asked.";

/** A message that does not decrypt, asked for again, and sent again by its sender. */
export const corruptedMessage = scenario("scenarios/corrupted-message", ["text-receive"], async (context) => {
  const { alice, deviantId } = await sendDeviantMessage(context, { fault: "ciphertext-corrupted" });
  const isAnswer = isAnswerTo(deviantId);
  await alice.event("message", (event) => event["id"] === deviantId);
  await context.wait(
    "stanza",
    (entry) => isAnswer(entry) && entry.node.tag === "receipt" && confirmsDelivery(entry.node.attrs["type"]),
  );
});

/** A message that does not decrypt, however often its sender repeats it; and one behind it that does. */
export const neverOpens = scenario("scenarios/never-opens", ["text-receive"], async (context) => {
  const { meta, wait } = context;
  const { alice, bob } = await showText(context);
  const { maximumRetries } = meta.profile.receipts;
  // The message, and what a sender answers to each of the requests that it may get.
  meta.arm({ fault: "ciphertext-corrupted", times: 1 + maximumRetries });
  const { id } = await bob.send(alice.login, { type: "text", text: "You will never read this." });
  const isAnswer = isAnswerTo(id);
  const after = await wait("stanza", (entry) => isAnswer(entry) && asksForTheTime(entry, maximumRetries));
  if (after !== undefined) await wait("stanza", (entry) => isDelivery(entry, id), { after });
  const next = await bob.send(alice.login, { type: "text", text: "But this." });
  await untilTaken(context, alice, next.id);
});

/**
 * A WhatsApp user who asks for the same message again and again, with keys from the second time on; and for another one, each
 * time as if for the first time.
 */
export const askedAgain = scenario("scenarios/asked-again", ["text", "text-receive"], async (context) => {
  const { meta, wait } = context;
  const { alice, bob, says } = await establish(context);
  const { maximumResends } = meta.profile.receipts;
  meta.arm({ fault: "retry-endless", times: maximumResends + 1 });
  const sent = await alice.trySend(bob.jid, { type: "text", text: "Please say that again, and again." });
  if (!sent.ok) return;
  const { id } = sent.result;
  await wait(
    "stanza",
    (entry) => entry.direction === "out" && entry.node.attrs["id"] === id && asksForTheTime(entry, maximumResends + 1),
  );
  // The provider has read the last request when it answers the probe behind it. Its answers come in order, so what the
  // request led to has come when the next message has.
  await probeOf(context, alice, "behind-requests");
  await says("That was enough.");
  // A provider that gives up earlier leaves some of the first ones over, which then meet other messages.
  meta.arm({ fault: "retry-endless", times: 2 * maximumResends });
  meta.arm({ fault: "retry-count-stated", times: "always" });
  const since = fromNow(context);
  const other = await alice.trySend(bob.jid, { type: "text", text: stubborn });
  if (!other.ok) return;
  await untilAsked(context, other.result.id, maximumResends + 1, since);
  await probeOf(context, alice, "behind-more-requests");
  await says("That was too much.");
});

/** A request for a message that was never sent, and one from a device that has registered again. */
export const oddRetries = scenario("scenarios/odd-retries", ["text", "text-receive"], async (context) => {
  const { meta, wait } = context;
  const { alice, bob, says } = await establish(context);
  const t = `${Math.floor(meta.clock.now() / 1000)}`;
  meta.session(alice.login)?.send({
    tag: "receipt",
    attrs: { id: neverSent, from: bob.jid, type: "retry", t },
    children: [
      { tag: "retry", attrs: { id: neverSent, count: "1", t, v: "1" } },
      { tag: "registration", attrs: {}, bytes: Buffer.from([0, 0, 1, 1]).toString("base64") },
    ],
  });
  await wait("stanza", isAnswerTo(neverSent));
  await says("I never wrote that.");
  meta.arm({ fault: "retry-requested" });
  meta.arm({ fault: "retry-other-registration" });
  const sent = await alice.trySend(bob.jid, { type: "text", text: "Do you have a new phone?" });
  if (!sent.ok) return;
  const first = await wait("opened", isOpening(sent.result.id));
  if (first !== undefined) await wait("opened", isOpening(sent.result.id), { after: first });
});

/** One request after the other, because each is the answer to what came again. */
async function untilAsked(
  { wait }: DriveContext,
  id: string,
  times: number,
  since: { readonly after?: TraceEntry },
): Promise<void> {
  let from = since;
  for (let time = 1; time <= times; time += 1) {
    const isRequest = ({ direction, node }: StanzaEntry): boolean =>
      direction === "out" && node.attrs["id"] === id && childOf(node, "retry") !== undefined;
    const request = await wait("stanza", isRequest, from);
    if (request === undefined) return;
    from = { after: request };
  }
}

/** A retry receipt with this count. */
function asksForTheTime({ node }: StanzaEntry, count: number): boolean {
  return childOf(node, "retry")?.attrs["count"] === `${count}`;
}

function isDelivery({ direction, node }: StanzaEntry, id: string): boolean {
  return direction === "out" && node.tag === "message" && node.attrs["id"] === id;
}

/** A message was spoilt, and its repetition too. */
export function reachedRepetition(trace: Trace): readonly Fault[] {
  const [first, ...others] = faultsOnMessages(trace, "ciphertext-corrupted");
  const id = first?.messageId;
  return first !== undefined && id !== undefined && others.length > 0 && deliveries(trace, id).length > 1
    ? [first]
    : [];
}

/** The provider's retry receipts for the message on which a fault acted. */
export function retriesOf(trace: Trace, { messageId = "" }: Fault): readonly StanzaEntry[] {
  return receipts(trace, messageId, "retry");
}

/** A simulated user opened a message and asked for it again all the same, and got it again at least once. */
export function reachedAskedAgain(trace: Trace): readonly Fault[] {
  const [first] = appliedFaults(trace, "retry-endless");
  return first !== undefined && resendsOf(trace, first).length > 0 ? [first] : [];
}

/** The provider sends a message again when it is asked for the first time, by a fault, in the session that it has. */
export function answersRetries(trace: Trace): boolean {
  const [request] = appliedFaults(trace, "retry-requested");
  return request !== undefined && resendsOf(trace, request).some(isOpen);
}

/** The message that was asked for as if for the first time, each time; once it had come again. */
export function reachedStubborn(trace: Trace): readonly Fault[] {
  // An id that was given twice names no message; m3-messaging/message-ids judges that.
  const isStubborn = ({ messageId = "" }: Fault): boolean => {
    const texts = requestedTexts(trace).get(messageId);
    return texts?.length === 1 && texts[0] === stubborn;
  };
  if (!appliedFaults(trace, "retry-count-stated").some(isStubborn)) return [];
  const [first] = appliedFaults(trace, "retry-endless").filter(isStubborn);
  return first !== undefined && resendsOf(trace, first).length > 0 ? [first] : [];
}

/** The message as it came again. */
export function resendsOf(trace: Trace, fault: Fault): readonly EntryOf<"opened">[] {
  return openedMessages(trace.after(fault)).filter((entry) => entry.messageId === fault.messageId);
}

/** Retry receipts on their way to the provider. */
export function retryRequests(trace: Trace, id: string): readonly StanzaEntry[] {
  return trace.stanzas.toProvider.tag("receipt").attr("type", "retry").attr("id", id).list;
}

export const textAskedAgain = "Please say that again: <Grüße & 👋🏽>";

/** The provider's user sends a text, and the WhatsApp user asks for it again although it opened. */
export const retryAsked = scenario("scenarios/retry-asked", ["text"], async ({ meta, provider, wait }) => {
  const bob = await meta.user();
  const alice = await provider.connectedUser();
  meta.arm({ fault: "retry-requested" });
  await alice.trySend(bob.jid, { type: "text", text: textAskedAgain });
  const first = await wait("opened", () => true);
  if (first !== undefined) await wait("opened", () => true, { after: first });
});
