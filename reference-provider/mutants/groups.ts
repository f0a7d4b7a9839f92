import { mutants } from "../behaviour/variant.js";
import { withAttribute } from "../stanzas/edit.js";
import { groupDelivery, groupMessage, groupMessageAgain } from "../stanzas/groups.js";
import { deliveryReceipt } from "../stanzas/receipts.js";

export default mutants({
  "group-answers-outsiders": {
    sentence: "Sends a message and its key to anyone who asks, member or not",
    overrides: { groups: { answersRetry: () => true } },
  },
  "group-cuts-files-in": {
    sentence: "Shows files of groups without their last byte",
    overrides: { groups: { fileIn: (file) => ({ ...file, data: file.data.subarray(0, -1) }) } },
  },
  "group-hears-outsiders": {
    sentence: "Shows messages of former members",
    overrides: { groups: { hears: () => true } },
  },
  "group-hides-files": {
    sentence: "Shows texts of a group, but no files",
    overrides: { groups: { fileIn: () => undefined } },
  },
  "group-hides-receipts": {
    sentence: "Does not show which members a message has reached",
    overrides: { groups: { showsReceipts: false } },
  },
  "group-ignores-missing-key": {
    sentence: "Drops a group message when it does not have the key",
    overrides: { groups: { undecryptable: () => [] } },
  },
  "group-ignores-retry": {
    sentence: "Does not answer retry receipts of members",
    overrides: { groups: { answersRetry: () => false } },
  },
  "group-loses-file-key": {
    sentence: "Sends files to a group with a wrong key",
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
    sentence: "Adds the addressing mode of members to messages to groups",
    overrides: {
      groups: { message: (...args) => withAttribute(groupMessage(...args), "addressing_mode", "pn") },
    },
  },
  "group-new-id-on-retry": {
    sentence: "Sends a group message again under another id",
    overrides: {
      groups: { again: (resend, sealed) => groupMessageAgain({ ...resend, id: `${resend.id}0` }, sealed) },
    },
  },
  "group-receipt-without-author": {
    sentence: "Leaves the author out of delivery receipts to groups",
    overrides: { groups: { received: (message) => [deliveryReceipt(message)] } },
  },
  "group-receipt-without-key": {
    sentence: "Confirms the delivery of a group message that it cannot open",
    overrides: { groups: { undecryptable: (message) => [groupDelivery(message)] } },
  },
  "group-resends-without-key": {
    sentence: "Sends a group message again without its key",
    overrides: { groups: { resendsKey: false } },
  },
  "group-sends-no-receipt": {
    sentence: "Sends no delivery receipts for group messages",
    overrides: { groups: { received: () => [] } },
  },
  "group-shown-as-direct": {
    sentence: "Shows a group message as a direct message of its author",
    overrides: { groups: { attribution: ({ author }) => ({ from: author }) } },
  },
  "group-taken-for-author": {
    sentence: "Shows the group as the author of its messages",
    overrides: { groups: { attribution: ({ from }) => ({ from, group: from }) } },
  },
  "group-loses-text-beside-key": {
    sentence: "Does not show a group message that comes in one ciphertext with the key",
    overrides: { groups: { readsContentBesideKey: false } },
  },
  "group-shows-unopened": {
    sentence: "Shows an empty message for a group message that does not open",
    overrides: { groups: { showsUnopened: true } },
  },
});
