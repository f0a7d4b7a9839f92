import type { Random } from "../../core/random.js";
import type { UserContent } from "../../harness/ports/meta-side.js";
import type { Content } from "../../protocol/content/content.js";
import { sealMedia } from "../../protocol/media/cipher.js";
import type { UserContext } from "./context.js";
import { UserError } from "./errors.js";

/** A message of a user, from before it is sealed until nobody can ask for it again. */
export interface Draft {
  readonly id: string;
  /** User or group. */
  readonly to: string;
  readonly content: Content;
}

/** What a suite lets a user say, as what goes into a message. A file is put on the media host first. */
export function contentOf(context: UserContext, to: string, said: UserContent): Content {
  switch (said.type) {
    case "text": {
      const { replyTo, ...text } = said;
      return { ...text, ...(replyTo && { replyTo: { id: replyTo.id, participant: replyTo.from } }) };
    }
    case "reaction": {
      const { id, from } = said.target;
      const fromMe = context.book.party(from) === context.book.party(context.jid);
      const participant = to.endsWith("@g.us") && !fromMe ? { participant: from } : {};
      const target = { id, fromMe, chat: to, ...participant };
      return { type: "reaction", target, emoji: said.emoji, sentAtMs: context.clock.now() };
    }
    case "image":
      return upload(context, said, context.random);
  }
}

function upload(
  { media, clock, mediaHost }: UserContext,
  { data, mimetype, caption }: Extract<UserContent, { type: "image" }>,
  random: Random,
): Content {
  const mediaKey = random.bytes(32);
  const { stored, fileSha256, fileEncSha256 } = sealMedia("image", mediaKey, data);
  const directPath = media.put(stored);
  if (directPath === undefined) {
    throw new UserError(
      "user-file-too-large",
      `Upload image: found ${stored.length} bytes, wanted what the host takes`,
    );
  }
  const host = mediaHost();
  return {
    type: "media",
    kind: "image",
    mimetype,
    ...(host !== undefined && { url: `https://${host}${directPath}` }),
    directPath,
    mediaKey,
    fileSha256,
    fileEncSha256,
    fileLength: data.length,
    mediaKeyTimestamp: Math.floor(clock.now() / 1000),
    ...(caption !== undefined && { caption }),
  };
}

/** How a message stanza names its kind, and what an `enc` says about a file (wire 3.6). */
export function stanzaType({ content }: Draft): "text" | "media" | "reaction" {
  return content.type === "media" || content.type === "reaction" ? content.type : "text";
}

export function encAttributes({ content }: Draft): Readonly<Record<string, string>> {
  if (content.type === "media") return { mediatype: content.kind === "voice" ? "ptt" : content.kind };
  return content.type === "reaction" ? { "decrypt-fail": "hide" } : {};
}
