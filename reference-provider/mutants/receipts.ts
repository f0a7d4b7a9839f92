import { node } from "../../protocol/stanza/node.js";
import { lawfulMessaging } from "../behaviour/messaging.js";
import { mutants } from "../behaviour/variant.js";
import { messageAck, receiptAck } from "../stanzas/acks.js";
import { deliveryReceipt, readReceipts, retryReceipt } from "../stanzas/receipts.js";

export default mutants({
  "delivered-when-taken": {
    sentence: "Reports a message as delivered when the server has taken it",
    overrides: { features: { deliveredWhenTaken: true } },
  },
  "double-receipt": {
    sentence: "Sends every receipt twice",
    overrides: { messaging: { received: (message) => [deliveryReceipt(message), deliveryReceipt(message)] } },
  },
  "hides-read-receipts": {
    sentence: "Does not show the user that a message was read",
    overrides: { features: { receiptIn: (news) => (news.type === "read" ? undefined : news) } },
  },
  "hides-receipts": {
    sentence: "Keeps receipts to itself instead of showing them",
    overrides: { messaging: { showsReceipts: false } },
  },
  "ignores-receipt-list": {
    sentence: "Takes only the first message of a receipt for read",
    overrides: { features: { receiptIn: (news) => ({ ...news, ids: news.ids.slice(0, 1) }) } },
  },
  "invents-ack-type": {
    sentence: "Adds a type to its acks of receipts that have none",
    overrides: {
      features: { receiptAck: ({ attrs, tag }) => receiptAck(node(tag, { type: "delivery", ...attrs })) },
    },
  },
  "no-call-ack": {
    sentence: "Does not acknowledge calls",
    overrides: { features: { callAck: () => undefined } },
  },
  "no-delivery-receipt": {
    sentence: "Sends no receipts for what it received",
    overrides: { messaging: { received: () => [], duplicate: () => [] } },
  },
  "no-receipt-ack": {
    sentence: "Does not acknowledge receipts",
    overrides: { features: { receiptAck: () => undefined } },
  },
  "no-receipt-for-files": {
    sentence: "Sends no delivery receipt for messages with files",
    overrides: {
      messaging: {
        received: (message) => (message.stanza.attrs["type"] === "media" ? [] : lawfulMessaging.received(message)),
      },
    },
  },
  "no-receipt-for-redelivery": {
    sentence: "Does not answer a message that it has had before",
    overrides: { messaging: { duplicate: () => [] } },
  },
  "reads-at-once": {
    sentence: "Counts a message as read as soon as it is shown",
    overrides: { features: { shown: ({ id, from }) => readReceipts(from, [id]) } },
  },
  "reads-first-only": {
    sentence: "Names only the first of several messages that were read at once",
    overrides: { features: { readReceipts: (to, ids) => readReceipts(to, ids.slice(0, 1)) } },
  },
  "reads-nothing": {
    sentence: "Keeps to itself what the user has read",
    overrides: { features: { readReceipts: () => [] } },
  },
  "receipt-and-ack": {
    sentence: "Acknowledges messages for which it sends a receipt anyway",
    overrides: { messaging: { received: (message) => [deliveryReceipt(message), messageAck(message)] } },
  },
  "receipt-for-undecryptable": {
    sentence: "Reports messages as delivered that it could not open",
    overrides: { messaging: { undecryptable: (message) => [deliveryReceipt(message)] } },
  },
  "retries-duplicates": {
    sentence: "Asks for a message again that it has shown, because a copy does not decrypt",
    overrides: {
      messaging: {
        duplicate: (message) => [retryReceipt(message, { code: "duplicate-message", count: 1, registrationId: 1 })],
      },
    },
  },
  "unknown-receipt-as-read": {
    sentence: "Takes a receipt of a type that it does not know for a read receipt",
    overrides: { features: { unknownReceiptIn: (news) => ({ ...news, type: "read" }) } },
  },
});
