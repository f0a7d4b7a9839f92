import { bytesToUint, uintToBytes } from "../../core/bytes.js";
import { bytesOf, childNamed, node, type StanzaNode } from "../../protocol/stanza/node.js";
import type { PreKeyBundle, PublicPreKey, PublicSignedPreKey } from "../../signal/account.js";
import type { SignalErrorCode } from "../../signal/errors.js";
import { identityNode, keyNode, keyTypeNode, kyberKeyNode, readKeys, registrationNode, signedKeyNode } from "./keys.js";
import type { Incoming } from "./messages.js";

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

/** "Delivered": the device has opened the message. This is the ack too (interop fact 78). */
export function deliveryReceipt({ id, from }: Incoming): StanzaNode {
  return node("receipt", { id, to: from });
}

/** "Delivered", for several messages of one sender: a list has all but the first (wire 3.9). */
export function deliveryReceipts(to: string, [id, ...further]: readonly string[]): readonly StanzaNode[] {
  return id === undefined ? [] : [node("receipt", { id, to }, listOf(further))];
}

/** "Read": one receipt, with a list of all messages but the first (interop fact 79). */
export function readReceipts(to: string, [id, ...further]: readonly string[]): readonly StanzaNode[] {
  return [node("receipt", { id, to, type: "read" }, listOf(further))];
}

function listOf(ids: readonly string[]): readonly StanzaNode[] | undefined {
  const items = ids.map((id) => node("item", { id }));
  return items.length === 0 ? undefined : [node("list", {}, items)];
}

/** Asks for a message again (interop fact 77). The keys let the sender begin a new session at once. */
export function retryReceipt({ id, from, t }: Incoming, { count, registrationId, keys }: RetryContext): StanzaNode {
  const children = [
    node("retry", { count: `${count}`, id, t, v: "1" }),
    registrationNode(uintToBytes(registrationId, 4)),
    ...(keys === undefined
      ? []
      : [
          node("keys", {}, [
            keyTypeNode(),
            identityNode(keys.identityKey),
            ...(keys.preKey === undefined ? [] : [keyNode(keys.preKey)]),
            signedKeyNode(keys.signedPreKey),
            ...(keys.kyberPreKey === undefined ? [] : [kyberKeyNode(keys.kyberPreKey)]),
          ]),
        ]),
  ];
  return node("receipt", { id, to: from, type: "retry" }, children);
}

/** The registration id in a retry receipt. */
export function registrationIn(receipt: StanzaNode): number | undefined {
  const registration = childNamed(receipt, "registration");
  const bytes = registration && bytesOf(registration);
  return bytes?.length === 4 ? bytesToUint(bytes) : undefined;
}

/** The keys for a new session in a retry receipt, which save a fetch. @throws ProviderError `recipient-keys-bad` */
export function bundleIn(receipt: StanzaNode): PreKeyBundle | undefined {
  const keys = childNamed(receipt, "keys");
  const registrationId = registrationIn(receipt);
  return keys === undefined || registrationId === undefined ? undefined : { registrationId, ...readKeys(keys) };
}
