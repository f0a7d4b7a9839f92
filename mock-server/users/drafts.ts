import type { UserContent } from "../../harness/ports/meta-side.js";
import type { Content } from "../../protocol/content/content.js";
import { isGroup } from "../../protocol/ids/jid.js";
import type { UserContext } from "./context.js";
import { upload } from "./files.js";

/** A message of a user, before it is encrypted. Kept as long as a receiver may ask for it again. */
export interface Draft {
  readonly id: string;
  /** User or group. */
  readonly to: string;
  readonly content: Content;
}

/** The content of a message, from what a suite asked for. Puts a file on the media host first. */
export function contentOf(context: UserContext, { id, to }: Pick<Draft, "id" | "to">, said: UserContent): Content {
  switch (said.type) {
    case "text": {
      const { replyTo, ...text } = said;
      return { ...text, ...(replyTo && { replyTo: { id: replyTo.id, participant: replyTo.from } }) };
    }
    case "reaction": {
      const { from } = said.target;
      const fromMe = context.book.party(from) === context.book.party(context.jid);
      const participant = isGroup(to) && !fromMe ? { participant: from } : {};
      const target = { id: said.target.id, fromMe, chat: to, ...participant };
      return { type: "reaction", target, emoji: said.emoji, sentAtMs: context.clock.now() };
    }
    default: {
      const { replyTo, ...file } = said;
      const content = upload(context, file, { id, to });
      return { ...content, ...(replyTo && { replyTo: { id: replyTo.id, participant: replyTo.from } }) };
    }
  }
}

/** The `type` of a message stanza (wire 3.6). */
export function stanzaType({ content }: Draft): "text" | "media" | "reaction" {
  return content.type === "media" || content.type === "reaction" ? content.type : "text";
}

/** What an `enc` states about the content (wire 3.6). */
export function encAttributes({ content }: Draft): Readonly<Record<string, string>> {
  if (content.type === "media") return { mediatype: content.kind === "voice" ? "ptt" : content.kind };
  return content.type === "reaction" ? { "decrypt-fail": "hide" } : {};
}
