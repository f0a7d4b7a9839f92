/** A message by its id and the address of its author. */
export interface MessageReference {
  readonly id: string;
  readonly from: string;
}

export type TypingState = "composing" | "paused";

/** What became of messages of the user. */
export interface ReceiptNews {
  readonly ids: readonly string[];
  readonly from: string;
  readonly type: string;
}

export interface ReactionNews {
  readonly target: MessageReference;
  readonly from: string;
  /** Empty: the earlier reaction is taken back. */
  readonly emoji: string;
}
