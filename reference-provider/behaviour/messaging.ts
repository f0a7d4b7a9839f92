import type { Random } from "../../core/random.js";
import { pad, unpad } from "../../protocol/content/padding.js";
import type { StanzaNode } from "../../protocol/stanza/node.js";
import type { SignalMessage } from "../../signal/account.js";
import type { Incoming, MessageProblem, RetryContext, SecurityNotice } from "../messaging/types.js";
import { messageAck } from "../stanzas/acks.js";
import { encNode, messageStanza, type MessageHead } from "../stanzas/messages.js";
import { deliveryReceipt, retryReceipt } from "../stanzas/receipts.js";

/** Messages out and in, from the text to the receipt. */
export interface MessagingBehaviour {
  messageId(fresh: () => string, previous: string | undefined): string;
  textOut(text: string): string;
  textIn(text: string): string;
  /** Which kind of pad and how much. */
  pad(content: Uint8Array, random: Random): Uint8Array;
  /** @throws ContentError */
  unpad(padded: Uint8Array): Uint8Array;
  /** Whether to fetch keys and begin a new session before sealing. */
  beginsSession(hasSession: boolean): boolean;
  /** The Signal message as it goes out. */
  sealed(sealed: SignalMessage): SignalMessage;
  /** `count` is the ordinal of a resend. */
  enc(sealed: SignalMessage, count?: number, mediatype?: string): StanzaNode;
  message(head: MessageHead, enc: StanzaNode): StanzaNode;
  /** The error of the server's answer to a message; undefined when it was taken. */
  sendError(ack: StanzaNode): string | undefined;
  /** Whether a message that came while the user was away is taken, and in which order. */
  readonly offline: "in-order" | "dropped" | "reversed" | "unanswered";
  /** What follows when the server has refused a message, besides telling the user. */
  readonly afterRefusal: "nothing" | "send-again" | "give-up-on-contact";
  /** Whether a message that waited on the server is taken, by its age in seconds. */
  takesOffline(age: number): boolean;
  /** Encoded content that came unencrypted and is shown all the same. */
  readPlaintext(message: StanzaNode): Uint8Array | undefined;
  /** How to open an `enc` of this type; undefined refuses it. */
  encType(type: string, hasSession: boolean): "pkmsg" | "msg" | undefined;
  /** Answers to a message that was opened and understood. */
  received(message: Incoming): readonly StanzaNode[];
  /** Answers to a message that is there again; and whether the user sees it again. */
  duplicate(message: Incoming): readonly StanzaNode[];
  readonly showsDuplicates: boolean;
  /** Answers to a message that could not be opened but may be when it is sent again. */
  undecryptable(message: Incoming, retry: RetryContext): readonly StanzaNode[];
  /** Whether the user sees a message that opened only after it was asked for again. */
  readonly showsResent: boolean;
  /** Answers to a message that no repetition will mend. */
  refused(message: Incoming, problem: MessageProblem): readonly StanzaNode[];
  onRefused(problem: MessageProblem): "refuse" | "crash";
  readonly onBadContent: "refuse" | "crash" | "show";
  /** Whether the user sees what became of a sent message. */
  readonly showsReceipts: boolean;
  readonly answersRetries: boolean;
  resendId(id: string, fresh: () => string): string;
  securityNotice(notice: SecurityNotice): SecurityNotice | undefined;
}

export const lawfulMessaging: MessagingBehaviour = {
  messageId: (fresh) => fresh(),
  textOut: (text) => text,
  textIn: (text) => text,
  pad: (content, random) => pad(content, 1 + random.int(16)),
  unpad,
  beginsSession: (hasSession) => !hasSession,
  sealed: (sealed) => sealed,
  enc: encNode,
  message: messageStanza,
  sendError: (ack) => ack.attrs["error"],
  offline: "in-order",
  takesOffline: () => true,
  afterRefusal: "nothing",
  readPlaintext: () => undefined,
  encType: (type) => (type === "pkmsg" || type === "msg" ? type : undefined),
  received: (message) => [deliveryReceipt(message)],
  duplicate: (message) => [deliveryReceipt(message)],
  showsDuplicates: false,
  undecryptable: (message, retry) => [retryReceipt(message, retry)],
  showsResent: true,
  refused: (message, problem) => [messageAck(message, problem.error)],
  onRefused: () => "refuse",
  onBadContent: "refuse",
  showsReceipts: true,
  answersRetries: true,
  resendId: (id) => id,
  securityNotice: (notice) => notice,
};
