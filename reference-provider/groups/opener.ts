import type { Content } from "../../protocol/content/content.js";
import { decodeEnvelope } from "../../protocol/content/envelope.js";
import { ContentError } from "../../protocol/content/errors.js";
import { bytesOf, childrenNamed, type StanzaNode } from "../../protocol/stanza/node.js";
import { addressOf } from "../../signal/address.js";
import { SignalError, type SignalErrorCode } from "../../signal/errors.js";
import type { SenderKeys } from "../../signal/sender-keys/sender-keys.js";
import { noticeIdentityChange } from "../account/contacts.js";
import type { UserContext } from "../account/context.js";
import { nackCodes } from "../stanzas/acks.js";
import type { GroupIncoming } from "../stanzas/groups.js";

/** The outcome of opening a message of a group. */
export type GroupOpened =
  | { readonly outcome: "content"; readonly content: Content }
  | { readonly outcome: "duplicate" }
  /** It may open when it is sent again. */
  | { readonly outcome: "undecryptable"; readonly code: SignalErrorCode }
  | { readonly outcome: "refused"; readonly error: string; readonly code: string };

/** Opens one ciphertext after the other: usually the sender's key, and then what it opens. */
export async function openGroupMessage(
  context: UserContext,
  keys: SenderKeys,
  message: GroupIncoming,
): Promise<GroupOpened> {
  const encs = childrenNamed(message.stanza, "enc");
  const strange = encs.find(({ attrs }) => !known.has(attrs["type"] ?? "") || attrs["v"] !== "2");
  if (strange !== undefined || encs.length === 0) {
    return { outcome: "refused", error: nackCodes.unknownType, code: "enc-type-unknown" };
  }
  let opened: GroupOpened = { outcome: "duplicate" };
  for (const enc of encs) {
    try {
      const content = await openEnc(context, keys, message, enc);
      if (content !== undefined) opened = { outcome: "content", content };
    } catch (thrown) {
      const failed = failure(thrown);
      // The key in front of a message may be known from an earlier delivery; the message itself decides.
      if (failed.outcome !== "duplicate" || enc === encs.at(-1)) return failed;
    }
  }
  return opened;
}

const known: ReadonlySet<string> = new Set(["pkmsg", "msg", "skmsg"]);

/** The content; undefined where only a key came. */
async function openEnc(
  context: UserContext,
  keys: SenderKeys,
  message: GroupIncoming,
  enc: StanzaNode,
): Promise<Content | undefined> {
  const { groups } = context.behaviour;
  const padded = await decrypt(context, keys, message, enc);
  const { content, senderKey } = decodeEnvelope(groups.unpad(padded));
  const isResend = content !== undefined;
  // A key counts only for its sender, in the group where it was sent.
  if (senderKey?.group === message.from && (!isResend || groups.takesKeyOfResend)) {
    keys.process(message.from, message.author, senderKey.distribution);
  }
  return senderKey === undefined || groups.readsContentBesideKey ? content : undefined;
}

async function decrypt(
  context: UserContext,
  keys: SenderKeys,
  { from, author }: GroupIncoming,
  enc: StanzaNode,
): Promise<Uint8Array> {
  const bytes = bytesOf(enc) ?? new Uint8Array(0);
  const type = enc.attrs["type"] ?? "";
  if (type === "skmsg") return keys.decrypt(from, author, bytes);
  const message = { type: type === "msg" ? type : "pkmsg", bytes } as const;
  const { plaintext, identityChanged } = await context.account.decrypt(addressOf(author), message);
  if (identityChanged) noticeIdentityChange(context, author, "message");
  return plaintext;
}

function failure(thrown: unknown): Exclude<GroupOpened, { outcome: "content" }> {
  if (thrown instanceof ContentError) return { outcome: "refused", error: nackCodes.badContent, code: thrown.code };
  if (!(thrown instanceof SignalError)) throw thrown;
  return thrown.code === "duplicate-message"
    ? { outcome: "duplicate" }
    : { outcome: "undecryptable", code: thrown.code };
}
