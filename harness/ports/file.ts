/** The types of file that a message can carry. */
export const fileTypes = ["image", "video", "audio", "voice", "document"] as const;

export type FileType = (typeof fileTypes)[number];

/** A message with a file, as its sender provides it: not encrypted. */
export interface FileContent {
  readonly type: FileType;
  readonly data: Uint8Array;
  readonly mimetype: string;
  /** Not with audio and voice. */
  readonly caption?: string;
  /** Documents only. */
  readonly fileName?: string;
}
