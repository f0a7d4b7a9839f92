/** What one message says, without the protobuf that carried it. */
export type Content = TextContent | ReactionContent | MediaContent | RevokeContent | UnknownContent;

export interface TextContent {
  readonly type: "text";
  readonly text: string;
  readonly replyTo?: ReplyTo;
}

export interface ReactionContent {
  readonly type: "reaction";
  readonly target: MessageRef;
  /** Empty takes the sender's earlier reaction to `target` back. */
  readonly emoji: string;
  /** Unix milliseconds. */
  readonly sentAtMs?: number;
}

export interface RevokeContent {
  readonly type: "revoke";
  readonly target: MessageRef;
}

/** A message that holds only fields this project gives no meaning to: their numbers, in the order of the wire. */
export interface UnknownContent {
  readonly type: "unknown";
  readonly fields: readonly number[];
}

export const mediaKinds = ["image", "video", "audio", "voice", "document"] as const;

/** `voice` is an audio message marked as recorded on the spot (`ptt`). */
export type MediaKind = (typeof mediaKinds)[number];

/** Where the encrypted file lies and how to open it. Digests are SHA-256. */
export interface MediaContent {
  readonly type: "media";
  readonly kind: MediaKind;
  /** Senders always state it, and open readers go without. */
  readonly mimetype?: string;
  /** Whole address; readers that know the media host use the path alone. */
  readonly url?: string;
  /** Path on the media host, beginning with a slash. */
  readonly directPath: string;
  /** 32 bytes, from which cipher key, MAC key and IV are derived. */
  readonly mediaKey: Uint8Array;
  /** Over the plain file. */
  readonly fileSha256: Uint8Array;
  /** Over ciphertext and MAC, that is over the file as stored. */
  readonly fileEncSha256: Uint8Array;
  /** Bytes of the plain file. Senders always state it, and open readers go without (wire 6.1). */
  readonly fileLength?: number;
  /** Small JPEG inside the message. Not for audio and voice. */
  readonly thumbnail?: Uint8Array;
  /** Not for audio and voice. */
  readonly caption?: string;
  /** Documents only. */
  readonly fileName?: string;
  /** Audio, voice and video only. */
  readonly seconds?: number;
  /** Pixels; images and videos only. */
  readonly width?: number;
  readonly height?: number;
  /** Unix seconds. */
  readonly mediaKeyTimestamp?: number;
  readonly replyTo?: ReplyTo;
}

/** Names a message within a chat, from the point of view of the reference's sender. */
export interface MessageRef {
  readonly id: string;
  /** True when the sender of the reference also sent the message. */
  readonly fromMe: boolean;
  /** The chat's address. */
  readonly chat?: string;
  /** The message's sender; used in groups. */
  readonly participant?: string;
}

export interface ReplyTo {
  readonly id: string;
  /** Address of the quoted message's sender. */
  readonly participant?: string;
  readonly quotedText?: string;
}
