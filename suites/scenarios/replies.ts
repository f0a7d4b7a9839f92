import type { MessageReference } from "../../harness/ports/provider-side.js";
import { bareJid, formatJid, parseJid } from "../../protocol/ids/jid.js";
import { identifiedCalls, referenceIn, resultMember } from "../kit/calls.js";
import { converse, showText } from "../kit/conversation.js";
import { type EntryOf, type Json, scenario, type Trace } from "../kit/index.js";
import { isOpening, neverSent } from "../kit/texts.js";

/**
 * Each side answers a message of the other and one of its own; then comes an answer to what was never said. The first
 * answer of the provider's user gets lost on its way and is asked for again.
 */
export const replies = scenario("scenarios/replies", ["text", "text-receive", "replies"], async (context) => {
  const { meta, wait } = context;
  const { alice, bob } = await showText(context);
  const { hears, says } = converse(context, { alice, bob });
  const question = await hears("Shall we meet?");
  const proposal = await says("At noon?");
  meta.arm({ fault: "retry-requested" });
  const lost = await says("Yes, gladly.", { id: question, from: bob.jid });
  const asked = await wait("fault", (entry) => entry.event === "applied");
  if (asked !== undefined) await wait("opened", isOpening(lost), { after: asked });
  await says("Or rather at one.", { id: proposal, from: alice.login });

  const references = [
    { id: proposal, from: alice.login },
    { id: question, from: bob.jid },
    { id: neverSent, from: alice.login },
  ];
  for (const [index, replyTo] of references.entries()) await hears(`Answer ${index + 1}`, replyTo);
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
