import type { Content, ReactionContent, ReplyTo } from "../../protocol/content/content.js";
import type { StanzaNode } from "../../protocol/stanza/node.js";
import type { ProviderError } from "../errors.js";
import type { MessageReference, ReactionNews, ReceiptNews, TypingState } from "../events.js";
import { callAck, receiptAck } from "../stanzas/acks.js";
import { chatstate, type Incoming, type MessageHead } from "../stanzas/messages.js";
import { readReceipts } from "../stanzas/receipts.js";
import {
  blocklistChange,
  blocklistRequest,
  deletionRequest,
  type InteropRequestName,
  reachabilityRequest,
} from "../stanzas/requests.js";

/** A user's session with the chat server. */
interface Session {
  connect(): Promise<void>;
  disconnect(): Promise<void>;
}

/** What a reply depends on. */
export interface ReplyFacts {
  /** The user who replies. */
  readonly login: string;
  /** The answer is a file. */
  readonly withFile: boolean;
}

/** Receipts, replies, reactions and typing, and requests of a user to the server. */
export interface FeatureBehaviour {
  /** Informs `to` that the user has read these messages. */
  readReceipts(to: string, ids: readonly string[]): readonly StanzaNode[];
  /** What the client sends as soon as a message is shown. */
  shown(message: Incoming): readonly StanzaNode[];
  receiptAck(receipt: StanzaNode): StanzaNode | undefined;
  /** What the user sees of a receipt. `type` is the stanza's. */
  receiptIn(news: ReceiptNews, type: string | undefined): ReceiptNews | undefined;
  /** What the user sees of a receipt of an unknown type. */
  unknownReceiptIn(news: ReceiptNews): ReceiptNews | undefined;
  /** Whether a message counts as delivered as soon as the server has it. */
  readonly deliveredWhenTaken: boolean;
  replyOut(reply: ReplyTo, about: ReplyFacts): ReplyTo | undefined;
  /** What the user sees of the reference in a reply. */
  replyIn(reply: MessageReference): MessageReference | undefined;
  /** Whether a reply to a message that this device does not have is shown. */
  readonly showsReplyToUnknown: boolean;
  reactionOut(reaction: ReactionContent): Content | undefined;
  reactionIn(news: ReactionNews): ReactionNews | undefined;
  /** The text of a message that the user sees in addition to a reaction. */
  reactionAsText(emoji: string): string | undefined;
  /** What is repeated of a message that the recipient could not open; undefined for nothing. */
  resent(type: MessageHead["type"], content: Uint8Array): Uint8Array | undefined;
  typing(to: string, state: TypingState): readonly StanzaNode[];
  /** What the client sends when the server has taken a message. */
  afterSending(to: string): readonly StanzaNode[];
  typingIn(state: TypingState): TypingState | undefined;
  /** How long a contact is shown as typing without further news; undefined for any time. */
  readonly typingShownMs: number | undefined;
  /** What happens to a typing state of a user who is away. */
  readonly typingWhileAway: "refused" | "queued";
  callAck(call: StanzaNode): StanzaNode | undefined;
  blocklistRequest(id: string): StanzaNode;
  /** Undefined keeps the change to this device. */
  blocklistChange(id: string, action: "block" | "unblock", jid: string): StanzaNode | undefined;
  readonly blocklist: "asked" | "remembered";
  /** Undefined removes the user here only. */
  deletionRequest(id: string): StanzaNode | undefined;
  afterDeletion(session: Session): Promise<void>;
  /** Whether a user who is created again gets the keys of the one who was deleted. */
  readonly keepsKeysOfDeleted: boolean;
  /** Undefined sends nothing. */
  reachabilityRequest(id: string, jid: string): StanzaNode | undefined;
  /** The error for the user when the server refused; undefined reports success. */
  refused(error: ProviderError, request: InteropRequestName): ProviderError | undefined;
}

export const lawfulFeatures: FeatureBehaviour = {
  readReceipts,
  shown: () => [],
  receiptAck,
  receiptIn: (news) => news,
  unknownReceiptIn: () => undefined,
  deliveredWhenTaken: false,
  replyOut: (reply) => reply,
  replyIn: (reply) => reply,
  showsReplyToUnknown: true,
  reactionOut: (reaction) => reaction,
  reactionIn: (news) => news,
  reactionAsText: () => undefined,
  resent: (_, content) => content,
  typing: (to, state) => [chatstate(to, state)],
  afterSending: () => [],
  typingIn: (state) => state,
  typingShownMs: 10_000,
  typingWhileAway: "refused",
  callAck,
  blocklistRequest,
  blocklistChange,
  blocklist: "asked",
  deletionRequest,
  afterDeletion: (session) => session.disconnect(),
  keepsKeysOfDeleted: false,
  reachabilityRequest,
  refused: (error) => error,
};
