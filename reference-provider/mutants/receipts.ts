import { childNamed, node } from "../../protocol/stanza/node.js";
import { lawfulMessaging } from "../behaviour/messaging.js";
import { mutants } from "../behaviour/variant.js";
import { messageAck, receiptAck } from "../stanzas/acks.js";
import { deliveryReceipt, readReceipts, retryReceipt } from "../stanzas/receipts.js";

export default mutants({
  "delivered-when-taken": {
    sentence: "Reports a message as delivered when only the server has accepted it",
    overrides: { features: { deliveredWhenTaken: true } },
  },
  "double-receipt": {
    sentence: "Sends every receipt twice",
    overrides: { messaging: { received: (message) => [deliveryReceipt(message), deliveryReceipt(message)] } },
  },
  "hides-read-receipts": {
    sentence: "Does not show read receipts",
    overrides: { features: { receiptIn: (news) => (news.type === "read" ? undefined : news) } },
  },
  "hides-receipts": {
    sentence: "Does not show receipts",
    overrides: { messaging: { showsReceipts: false } },
  },
  "ignores-receipt-list": {
    sentence: "Reads only the first message id in a receipt",
    overrides: { features: { receiptIn: (news) => ({ ...news, ids: news.ids.slice(0, 1) }) } },
  },
  "invents-ack-type": {
    sentence: "Adds a type to its acks of receipts without one",
    overrides: {
      features: { receiptAck: ({ attrs, tag }) => receiptAck(node(tag, { type: "delivery", ...attrs })) },
    },
  },
  "no-call-ack": {
    sentence: "Does not acknowledge calls",
    overrides: { features: { callAck: () => undefined } },
  },
  "no-delivery-receipt": {
    sentence: "Sends no receipts for received messages",
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
    sentence: "Does not answer a redelivered message",
    overrides: { messaging: { duplicate: () => [] } },
  },
  "reads-at-once": {
    sentence: "Sends a read receipt as soon as a message is shown",
    overrides: { features: { shown: ({ id, from }) => readReceipts(from, [id]) } },
  },
  "reads-first-only": {
    sentence: "Names only the first of several read messages",
    overrides: { features: { readReceipts: (to, ids) => readReceipts(to, ids.slice(0, 1)) } },
  },
  "reads-nothing": {
    sentence: "Sends no read receipts",
    overrides: { features: { readReceipts: () => [] } },
  },
  "receipt-and-ack": {
    sentence: "Also acknowledges messages for which it sends a receipt",
    overrides: { messaging: { received: (message) => [deliveryReceipt(message), messageAck(message)] } },
  },
  "receipt-for-undecryptable": {
    sentence: "Confirms the delivery of messages that it cannot open",
    overrides: { messaging: { undecryptable: (message) => [deliveryReceipt(message)] } },
  },
  "retries-duplicates": {
    sentence: "Asks again for a message that it has already shown, because a copy does not open",
    overrides: {
      messaging: {
        duplicate: (message) => [retryReceipt(message, { code: "duplicate-message", count: 1, registrationId: 1 })],
      },
    },
  },
  "unknown-receipt-as-read": {
    sentence: "Treats a receipt of an unknown type as a read receipt",
    overrides: { features: { unknownReceiptIn: (news) => ({ ...news, type: "read" }) } },
  },
  "ignores-id-of-listed-receipt": {
    sentence: "Reads only the list of a receipt, and not its id, when there is a list",
    overrides: {
      features: { receiptIn: (news) => (news.ids.length > 1 ? { ...news, ids: news.ids.slice(1) } : news) },
    },
  },
  "ignores-empty-receipt-type": {
    sentence: "Shows nothing of a receipt whose type is empty",
    overrides: { features: { receiptIn: (news, type) => (type === "" ? undefined : news) } },
  },
  "no-ack-for-listed-receipts": {
    sentence: "Does not acknowledge receipts with a list",
    overrides: {
      features: {
        receiptAck: (receipt) => (childNamed(receipt, "list") !== undefined ? undefined : receiptAck(receipt)),
      },
    },
  },
  "changes-ids-in-receipts": {
    sentence: "Writes message ids in capital letters into its receipts",
    overrides: {
      messaging: { received: (message) => [deliveryReceipt({ ...message, id: message.id.toUpperCase() })] },
    },
  },
});
