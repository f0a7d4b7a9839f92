import { bareJid, formatJid, parseJid } from "../../protocol/ids/jid.js";
import { identifiedCalls, resultMember } from "./calls.js";
import type { EntryOf, Json, Trace } from "./index.js";
import { memberOf } from "./json.js";

export interface Reference {
  readonly id: string;
  readonly from: string;
}

/** A reply that the harness asked for, as the WhatsApp user opened it. */
export interface OpenedReply {
  readonly opened: EntryOf<"opened">;
  /** What the harness asked to refer to. */
  readonly wanted: Reference;
  /** What the message referred to: id, participant, quotedText. */
  readonly found: Json | undefined;
}

export function openedReplies(trace: Trace): readonly OpenedReply[] {
  return identifiedCalls(trace, "message.send").flatMap((call) => {
    const wanted = memberOf(call.request.params, "replyTo");
    const id = resultMember(call, "id");
    const isTheirs = (entry: EntryOf<"opened">): boolean => entry.sentTo === undefined && entry.messageId === id;
    // What comes again is judged by m4-features/reply-resent.
    const [opened] = trace.of("opened", (entry) => isTheirs(entry) && entry.error === undefined);
    if (wanted === undefined || opened === undefined) return [];
    return { opened, wanted: referenceIn(wanted), found: opened.content?.["replyTo"] };
  });
}

/** The account in an address: who writes from one of several devices is named without it. */
export function accountIn(address: string): string {
  const jid = parseJid(address);
  return jid === undefined ? address : formatJid(bareJid(jid));
}

/** The texts of this scenario by message id, whoever wrote them. */
export function writtenTexts(trace: Trace): ReadonlyMap<string, string> {
  const written = [...trace.of("sealed"), ...trace.of("opened")];
  return new Map(written.map(({ messageId, content }) => [messageId, String(content?.["text"] ?? "")]));
}

export function referenceIn(value: Json | undefined): Reference {
  return { id: String(memberOf(value, "id") ?? ""), from: String(memberOf(value, "from") ?? "") };
}
