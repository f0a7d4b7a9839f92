import { uintToBytes } from "../../core/bytes.js";
import { node, type StanzaNode } from "../../protocol/stanza/node.js";
import type { Incoming, RetryContext } from "../messaging/types.js";
import { identityNode, keyNode, keyTypeNode, kyberKeyNode, registrationNode, signedKeyNode } from "./key-nodes.js";

/** "Delivered": the message was opened on the device. It stands for the ack too (interop fact 78). */
export function deliveryReceipt({ id, from }: Incoming): StanzaNode {
  return node("receipt", { id, to: from });
}

/** "Read": one receipt for all, with a list of those behind the first (interop fact 79). */
export function readReceipts(to: string, [id, ...further]: readonly string[]): readonly StanzaNode[] {
  const list = node(
    "list",
    {},
    further.map((item) => node("item", { id: item })),
  );
  return [node("receipt", { id, to, type: "read" }, further.length === 0 ? undefined : [list])];
}

/** Asks for a message once more (interop fact 77); the keys let the sender begin a new session at once. */
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
