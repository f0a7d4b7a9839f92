import type { Incoming } from "../messaging/types.js";

/** A message of a group: `from` is the group. */
export interface GroupIncoming extends Incoming {
  /** The member who wrote it, without a device. */
  readonly author: string;
  /** The same as the server wrote it. */
  readonly participant: string;
}

/** How the stanza of a message to a group is headed. */
export interface GroupHead {
  readonly id: string;
  readonly group: string;
  readonly type: "text" | "media";
  /** Of a message with a file. */
  readonly mediatype?: string;
}

/** A message to a group, sealed for one member that asked for it again. */
export interface GroupResend extends GroupHead {
  readonly member: string;
  /** As in the retry receipt. */
  readonly count: number;
}
