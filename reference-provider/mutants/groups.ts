import { mutants } from "../behaviour/variant.js";
import { withAttribute } from "../stanzas/edit.js";
import { groupDelivery, groupMessage, groupMessageAgain } from "../stanzas/groups.js";
import { deliveryReceipt } from "../stanzas/receipts.js";

export default mutants({
  "group-answers-outsiders": {
    sentence: "Sends a message and its key to whoever asks for it, in the group or not",
    overrides: { groups: { answersRetry: () => true } },
  },
  "group-cuts-files-in": {
    sentence: "Shows a file of a group without its end",
    overrides: { groups: { fileIn: (file) => ({ ...file, data: file.data.subarray(0, -1) }) } },
  },
  "group-hears-outsiders": {
    sentence: "Shows messages of somebody who has left the group",
    overrides: { groups: { hears: () => true } },
  },
  "group-hides-files": {
    sentence: "Shows texts of a group and no files",
    overrides: { groups: { fileIn: () => undefined } },
  },
  "group-hides-receipts": {
    sentence: "Does not show which members a message has reached",
    overrides: { groups: { showsReceipts: false } },
  },
  "group-ignores-missing-key": {
    sentence: "Drops a message of a group for which it has no key",
    overrides: { groups: { undecryptable: () => [] } },
  },
  "group-ignores-retry": {
    sentence: "Does not answer retry receipts of members",
    overrides: { groups: { answersRetry: () => false } },
  },
  "group-loses-file-key": {
    sentence: "Sends files to a group with a key that does not open them",
    overrides: { groups: { fileOut: (content) => ({ ...content, mediaKey: new Uint8Array(32) }) } },
  },
  "group-mangles-text-in": {
    sentence: "Shows texts of groups as Latin-1",
    overrides: { groups: { textIn: (text) => Buffer.from(text, "utf8").toString("latin1") } },
  },
  "group-mangles-text-out": {
    sentence: "Sends texts to groups as Latin-1 read as UTF-8",
    overrides: { groups: { textOut: (text) => Buffer.from(text, "utf8").toString("latin1") } },
  },
  "group-names-addressing": {
    sentence: "Writes into messages to groups how members are addressed",
    overrides: {
      groups: { message: (...parts) => withAttribute(groupMessage(...parts), "addressing_mode", "pn") },
    },
  },
  "group-new-id-on-retry": {
    sentence: "Sends a message to a member again under another id",
    overrides: {
      groups: { again: (resend, sealed) => groupMessageAgain({ ...resend, id: `${resend.id}0` }, sealed) },
    },
  },
  "group-receipt-without-author": {
    sentence: "Leaves the author out of delivery receipts to groups",
    overrides: { groups: { received: (message) => [deliveryReceipt(message)] } },
  },
  "group-receipt-without-key": {
    sentence: "Sends a delivery receipt for a message of a group that it cannot open",
    overrides: { groups: { undecryptable: (message) => [groupDelivery(message)] } },
  },
  "group-resends-without-key": {
    sentence: "Sends a message to a member again without its key",
    overrides: { groups: { resendsKey: false } },
  },
  "group-sends-no-receipt": {
    sentence: "Sends no delivery receipts for messages of groups",
    overrides: { groups: { received: () => [] } },
  },
  "group-shown-as-direct": {
    sentence: "Shows a message of a group as one of its author alone",
    overrides: { groups: { attribution: ({ author }) => ({ from: author }) } },
  },
  "group-taken-for-author": {
    sentence: "Takes the group for the author of its messages",
    overrides: { groups: { attribution: ({ from }) => ({ from, group: from }) } },
  },
});
