import type { MessageReference } from "../../harness/ports/provider-side.js";
import { bareJid, formatJid, parseJid } from "../../protocol/ids/jid.js";
import { identifiedCalls, referenceIn, resultMember } from "../kit/calls.js";
import { converse, showText } from "../kit/conversation.js";
import { appliedFaults } from "../kit/faults.js";
import { fileTypes, sampleFile, showFile } from "../kit/files.js";
import { type EntryOf, type Json, scenario, type Trace } from "../kit/index.js";
import { isOpening, neverSent } from "../kit/texts.js";

/**
 * Each side answers a message of the other and one of its own; then comes an answer to what was never said, and answers
 * whose quote is not what was written. The first answer of the provider's user gets lost on its way and is asked for again.
 * Then both answer with files and to files, as far as the provider can, and a message that came only on request.
 */
export const replies = scenario("scenarios/replies", ["text", "text-receive", "replies"], async (context) => {
  const { meta, provider, wait } = context;
  const { alice, bob } = await showText(context);
  const { hears, says } = converse(context, { alice, bob });
  const question = await hears(`Shall we meet at "Joe's" & <Co>? \u{1f468}\u200d\u{1f469}\u200d\u{1f467} e\u0301`);
  const proposal = await says(`At noon? It's <b>1</b> & "2".`);
  meta.arm({ fault: "retry-requested" });
  const lost = await says(`Yes, "gladly" & <soon>.`, { id: question, from: bob.jid });
  const asked = await wait("fault", ({ event, fault }) => event === "applied" && fault === "retry-requested");
  if (asked !== undefined) await wait("opened", isOpening(lost), { after: asked });
  await says("Or rather at one.", { id: proposal, from: alice.login });

  const references = [
    { id: proposal, from: alice.login },
    { id: question, from: bob.jid },
    { id: neverSent, from: alice.login },
  ];
  for (const [index, replyTo] of references.entries()) await hears(`Answer <${index + 1}> & "so on"`, replyTo);
  for (const form of ["empty", "other-text"]) {
    meta.arm({ fault: "reply-quote", params: { form } });
    await bob.send(alice.login, {
      type: "text",
      text: `Quoted: ${form}`,
      replyTo: { id: proposal, from: alice.login },
    });
  }
  await hears("Answers with odd quotes were these.");

  if (provider.capabilities.has("media-receive")) {
    // An image without a caption leaves no text to quote.
    const { caption: _, ...image } = sampleFile("image");
    for (const file of [image, sampleFile("voice"), sampleFile("document")]) {
      const id = await showFile(bob, alice, file);
      const replyTo = { id, from: bob.jid };
      await says(`About your ${file.type}`, replyTo);
      await hears(`About my ${file.type}`, replyTo);
    }
    const { id } = await bob.send(alice.login, { ...image, replyTo: { id: proposal, from: alice.login } });
    await alice.event("message", (event) => event["id"] === id);
  }
  for (const type of fileTypes.filter((each) => provider.capabilities.has(each))) {
    const { id } = await alice.send(bob.jid, sampleFile(type), { id: question, from: bob.jid });
    await wait("opened", isOpening(id));
  }

  meta.arm({ fault: "ciphertext-corrupted" });
  const late = await bob.send(alice.login, { type: "text", text: "Can you read this at once?" });
  if ((await alice.event("message", (event) => event["id"] === late.id)) !== undefined)
    await says("Not at once.", { id: late.id, from: bob.jid });
});

/** A reply that the harness asked for, as the WhatsApp user opened it. */
export interface OpenedReply {
  readonly opened: EntryOf<"opened">;
  /** What the harness asked to refer to. */
  readonly wanted: MessageReference;
  /** What the message referred to: id, participant, quotedText. */
  readonly found: Json | undefined;
}

export function openedReplies(trace: Trace): readonly OpenedReply[] {
  return identifiedCalls(trace, "message.send").flatMap((call) => {
    const wanted = referenceIn(call, "replyTo");
    const id = resultMember(call, "id");
    const isTheirs = (entry: EntryOf<"opened">): boolean => entry.sentTo === undefined && entry.messageId === id;
    // What comes again is judged by m4-features/reply-resent.
    const [opened] = trace.of("opened", (entry) => isTheirs(entry) && entry.error === undefined);
    if (wanted === undefined || opened === undefined) return [];
    return { opened, wanted, found: opened.content?.["replyTo"] };
  });
}

/** Answers in texts to messages that opened at once. */
export function plainReplies(trace: Trace): readonly OpenedReply[] {
  const late = appliedFaults(trace, "ciphertext-corrupted").map(({ messageId }) => messageId);
  return openedReplies(trace).filter(
    ({ opened, wanted }) => opened.content?.type !== "media" && !late.includes(wanted.id),
  );
}

/** The account in an address: a device is named without its number. */
export function accountIn(address: string): string {
  const jid = parseJid(address);
  return jid === undefined ? address : formatJid(bareJid(jid));
}

/** The texts of this scenario by message id, on both sides. */
export function writtenTexts(trace: Trace): ReadonlyMap<string, string> {
  const written = [...trace.of("sealed"), ...trace.of("opened")];
  return new Map(written.map(({ messageId, content }) => [messageId, String(content?.["text"] ?? "")]));
}
