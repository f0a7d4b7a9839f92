import type { Random } from "../../core/random.js";
import { pad, unpad } from "../../protocol/content/padding.js";
import { unwrapContent } from "../../protocol/content/envelope.js";
import { childrenNamed, type StanzaNode } from "../../protocol/stanza/node.js";
import type { SignalMessage } from "../../signal/account.js";
import { messageAck } from "../stanzas/acks.js";
import { encNode, type Incoming, type MessageHead, messageStanza } from "../stanzas/messages.js";
import { deliveryReceipt, type RetryContext, retryReceipt } from "../stanzas/receipts.js";

/** Why a message is refused for good. */
export interface MessageProblem {
  /** Code of the negative ack. */
  readonly error: string;
  /** For the user, kebab-case. */
  readonly code: string;
  readonly detail: string;
}

/** The server's notification, a message that came, a bundle that was fetched, or the keys in a retry receipt. */
export type NoticeSource = "notification" | "message" | "bundle" | "retry";

export interface SecurityNotice {
  readonly contact: string;
  readonly reason: "identity-changed";
}

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
  /** The error of the server's answer to a message; undefined when the server accepted it. */
  sendError(ack: StanzaNode): string | undefined;
  /** Whether messages that came while the user was away are processed, and in which order. */
  readonly offline: "in-order" | "dropped" | "reversed" | "by-time" | "unanswered" | "shown-twice";
  /** Whether messages of one sender that waited are answered together, by one receipt with a list. */
  readonly answersWaitingTogether: boolean;
  /** What follows after the user has learned that the server refused a message. */
  afterRefusal(error: string): "nothing" | "send-again" | "give-up-on-contact";
  /** What happens, after a login, to messages that the server has accepted before. */
  readonly taken: "left" | "repeated" | "sent-as-new";
  /** Whether a message counts as sent only when the server has accepted it. */
  readonly waitsForAck: boolean;
  /** What follows when the server does not answer a message. */
  readonly afterSilence: "report" | "send-again" | "send-as-new";
  /** Whether a message that waited on the server is processed, by its age in seconds. */
  takesOffline(age: number, message: Incoming): boolean;
  /** By what a message that was shown is known when it comes again. */
  shownKey(message: Incoming): string;
  /** Encoded content that arrived unencrypted and is still shown. */
  readPlaintext(message: StanzaNode): Uint8Array | undefined;
  /** The encrypted elements of a message that are opened. */
  encs(message: StanzaNode): readonly StanzaNode[];
  /** Whether an `enc` of this version is opened. */
  acceptsEncVersion(version: string | undefined): boolean;
  /** How to open an `enc` of this type; undefined refuses it. */
  encType(type: string, hasSession: boolean): "pkmsg" | "msg" | undefined;
  /** Whether a message of a contact is read although the user has sent another one under the same id. */
  readonly readsOwnIds: boolean;
  /** Answers to a message that was opened and understood. */
  received(message: Incoming): readonly StanzaNode[];
  /** Answers to a message that arrives again, and whether the user sees it again. */
  duplicate(message: Incoming): readonly StanzaNode[];
  readonly showsDuplicates: boolean;
  /** Answers to a message that could not be opened but may be when it is sent again. */
  undecryptable(message: Incoming, retry: RetryContext): readonly StanzaNode[];
  /** Whether the user sees a message that opened only after it was asked for again. */
  readonly showsResent: boolean;
  /** Answers to a message that no repetition can fix. */
  refused(message: Incoming, problem: MessageProblem): readonly StanzaNode[];
  onRefused(problem: MessageProblem): "refuse" | "crash" | "ask";
  readonly onBadContent: "refuse" | "crash" | "show" | "ask";
  /** Takes a content out of the wrappers that ordinary clients put around some. */
  unwrap(content: Uint8Array): Uint8Array;
  /** What to do with valid content of a type that this client does not know. */
  readonly onUnknownContent: "report" | "crash" | "show-empty" | "ask" | "ignore";
  /** Whether the user sees what this contact sends. */
  showsFrom(contact: string): boolean;
  /** What happens in addition to the answer when a message does not open. */
  onUndecryptable(incoming: Incoming): "go-on" | "crash" | "show-empty";
  /** Whether the user sees receipts for sent messages. */
  readonly showsReceipts: boolean;
  readonly answersRetries: boolean;
  resendId(id: string, fresh: () => string): string;
  /** What the user sees when the keys of a contact are the same as before. @param source Where they appeared. */
  noticeOfSameKeys(contact: string, source: "message" | "bundle"): SecurityNotice | undefined;
  /** @param source Where the change appeared. */
  securityNotice(notice: SecurityNotice, source: NoticeSource): SecurityNotice | undefined;
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
  answersWaitingTogether: false,
  takesOffline: () => true,
  shownKey: ({ from, id }) => `${from} ${id}`,
  afterRefusal: () => "nothing",
  taken: "left",
  waitsForAck: true,
  afterSilence: "report",
  readPlaintext: () => undefined,
  encs: (message) => childrenNamed(message, "enc").slice(0, 1),
  acceptsEncVersion: (version) => version === "2",
  encType: (type) => (type === "pkmsg" || type === "msg" ? type : undefined),
  readsOwnIds: true,
  received: (message) => [deliveryReceipt(message)],
  duplicate: (message) => [deliveryReceipt(message)],
  showsDuplicates: false,
  undecryptable: (message, retry) => [retryReceipt(message, retry)],
  showsResent: true,
  refused: (message, problem) => [messageAck(message, problem.error)],
  onRefused: () => "refuse",
  onBadContent: "refuse",
  unwrap: unwrapContent,
  onUnknownContent: "report",
  showsFrom: () => true,
  onUndecryptable: () => "go-on",
  showsReceipts: true,
  answersRetries: true,
  resendId: (id) => id,
  noticeOfSameKeys: () => undefined,
  securityNotice: (notice) => notice,
};
