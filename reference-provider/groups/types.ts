import type { Incoming } from "../messaging/types.js";

/** A message of a group: `from` is the group. */
export interface GroupIncoming extends Incoming {
  /** The member who wrote it, without a device. */
  readonly author: string;
  /** The same as the server wrote it. */
  readonly participant: string;
}
