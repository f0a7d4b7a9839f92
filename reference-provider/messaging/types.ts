import type { StanzaNode } from "../../protocol/stanza/node.js";
import type { SignalErrorCode } from "../../signal/errors.js";
import type { PublicPreKey, PublicSignedPreKey } from "../../signal/account.js";

/** A message stanza from the server with what every message must have. */
export interface Incoming {
  readonly id: string;
  readonly from: string;
  /** Unix seconds, as text. */
  readonly t: string;
  /** It waited on the server while the user was away. */
  readonly offline: boolean;
  readonly stanza: StanzaNode;
}

/** What goes into a retry receipt. */
export interface RetryContext {
  /** Why the message did not open. */
  readonly code: SignalErrorCode;
  /** From 1. */
  readonly count: number;
  readonly registrationId: number;
  /** From the second attempt on. */
  readonly keys?: {
    readonly identityKey: Uint8Array;
    readonly preKey?: PublicPreKey;
    readonly signedPreKey: PublicSignedPreKey;
    readonly kyberPreKey?: PublicSignedPreKey;
  };
}

/** Why a message is refused for good. */
export interface MessageProblem {
  /** Code of the negative ack. */
  readonly error: string;
  /** For the user, kebab-case. */
  readonly code: string;
  readonly detail: string;
}

/** The server's notification, a message that came, or a bundle that was fetched. */
export type NoticeSource = "notification" | "message" | "bundle";

export interface SecurityNotice {
  readonly contact: string;
  readonly reason: "identity-changed";
}
