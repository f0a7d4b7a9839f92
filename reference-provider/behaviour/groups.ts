import type { Random } from "../../core/random.js";
import type { MediaContent } from "../../protocol/content/content.js";
import { pad, unpad } from "../../protocol/content/padding.js";
import type { StanzaNode } from "../../protocol/stanza/node.js";
import type { SignalMessage } from "../../signal/account.js";
import { createSenderKeys, type SenderKeys } from "../../signal/sender-keys/sender-keys.js";
import {
  groupAck,
  groupDelivery,
  type GroupHead,
  type GroupIncoming,
  groupMessage,
  groupMessageAgain,
  type GroupResend,
  groupRetry,
} from "../stanzas/groups.js";
import type { RetryContext } from "../stanzas/receipts.js";
import type { UserFile } from "./files.js";

/** Messages to groups and from them. */
export interface GroupBehaviour {
  /** The sender keys of the user, and of the members of the user's groups. */
  senderKeys(random: Random): SenderKeys;
  textOut(text: string): string;
  textIn(text: string): string;
  /** What the user sees of a file of a member. */
  fileIn(file: UserFile): UserFile | undefined;
  /** What a message to a group says about its file. */
  fileOut(content: MediaContent): MediaContent;
  pad(content: Uint8Array, random: Random): Uint8Array;
  /** @throws ContentError */
  unpad(padded: Uint8Array): Uint8Array;
  /** Who is sent the user's key with the next message. `holders` have it; `former` were members once. */
  keyReceivers(
    members: readonly string[],
    holders: ReadonlySet<string>,
    former: ReadonlySet<string>,
  ): readonly string[];
  /** Whether a member whose identity key has changed gets the key again. */
  readonly suppliesNewIdentity: boolean;
  /** The message for all, signature and version byte included, as it goes out. */
  sealed(message: Uint8Array): Uint8Array;
  message(head: GroupHead, shares: ReadonlyMap<string, SignalMessage>, sealed: Uint8Array): StanzaNode;
  /** Whether the user takes a new key after members joined or left. */
  renewsKey(change: "add" | "remove"): boolean;
  answersRetry(isMember: boolean): boolean;
  /** Whether a message that is sent again contains the key. */
  readonly resendsKey: boolean;
  again(resend: GroupResend, sealed: SignalMessage): StanzaNode;
  /** Whether a message is read. */
  hears(isMember: boolean): boolean;
  /** The author and the group that the user sees. */
  attribution(message: GroupIncoming): { readonly from: string; readonly group?: string };
  /** Whether the user sees which members a message has reached. */
  readonly showsReceipts: boolean;
  received(message: GroupIncoming): readonly StanzaNode[];
  /** Whether content is read that comes together with a key. */
  readonly readsContentBesideKey: boolean;
  /** Whether a message that does not open is shown without text. */
  readonly showsUnopened: boolean;
  /** Whether the key in a message that was asked for is stored. */
  readonly takesKeyOfResend: boolean;
  undecryptable(message: GroupIncoming, retry: RetryContext): readonly StanzaNode[];
  refused(message: GroupIncoming, error: string): readonly StanzaNode[];
}

export const lawfulGroups: GroupBehaviour = {
  senderKeys: (random) => createSenderKeys(random),
  textOut: (text) => text,
  textIn: (text) => text,
  fileIn: (file) => file,
  fileOut: (content) => content,
  pad: (content, random) => pad(content, 1 + random.int(16)),
  unpad,
  keyReceivers: (members, holders) => members.filter((member) => !holders.has(member)),
  suppliesNewIdentity: true,
  sealed: (message) => message,
  message: groupMessage,
  renewsKey: (change) => change === "remove",
  answersRetry: (isMember) => isMember,
  resendsKey: true,
  again: groupMessageAgain,
  hears: (isMember) => isMember,
  attribution: ({ author, from }) => ({ from: author, group: from }),
  showsReceipts: true,
  received: (message) => [groupDelivery(message)],
  readsContentBesideKey: true,
  showsUnopened: false,
  takesKeyOfResend: true,
  undecryptable: (message, retry) => [groupRetry(message, retry)],
  refused: (message, error) => [groupAck(message, error)],
};
