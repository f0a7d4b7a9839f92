import { childNamed, childrenNamed, childrenOf, node, type StanzaNode } from "../../protocol/stanza/node.js";
import type { PreKeyBundle } from "../../signal/account.js";
import { kyberTagOf } from "../engine/key-bytes.js";
import type { UserContext } from "./context.js";
import { readBundle, registrationNode, retryKeysNode } from "./keys.js";

/** A receiver that could not open a message asks for it again (wire 5.4). */
export interface RetryRequest {
  readonly id: string;
  /** The chat: for a message to a group, the group. */
  readonly from: string;
  /** The device that asks. */
  readonly device: string;
  /** From 1. */
  readonly count: number;
  /** New keys of the receiver, if it sent some. */
  readonly bundle?: PreKeyBundle;
}

/** Undefined if it is not a retry receipt, or has no valid count. */
export function readRetryRequest(receipt: StanzaNode, kyberTag?: string): RetryRequest | undefined {
  const { id, from, type, participant } = receipt.attrs;
  const count = Number(childNamed(receipt, "retry")?.attrs["count"]);
  if (type !== "retry" || id === undefined || from === undefined || !Number.isInteger(count) || count < 1) return;
  const keys = childNamed(receipt, "keys");
  const bundle = keys && readBundle([...childrenOf(keys), ...childrenNamed(receipt, "registration")], kyberTag);
  return { id, from, device: participant ?? from, count, ...(bundle && { bundle }) };
}

/** The retry receipt for `message`. From the second attempt on it carries keys for a new session. */
export function retryReceipt(context: UserContext, message: StanzaNode, count: number): StanzaNode {
  const { account } = context;
  const { id, from, t, participant, recipient } = message.attrs;
  const sentAt = t ?? `${Math.floor(context.clock.now() / 1000)}`;
  const children = [node("retry", { count: `${count}`, id, t: sentAt, v: "1" }), registrationNode(account)];
  const keysFrom = context.faults.apply("retry-keys-from", 2, { accounts: [from ?? ""], messageId: id });
  if (count >= keysFrom) {
    const preKeys = account.generatePreKeys(account.nextPreKeyId, 1);
    children.push(...preKeys.map((preKey) => retryKeysNode(account, preKey, kyberTagOf(context.profile))));
  }
  return node("receipt", { id, to: from, type: "retry", participant, recipient }, children);
}
