import { ackEntries } from "./ack.js";
import { chatstateEntries } from "./chatstate.js";
import type { CatalogueEntry } from "./entry.js";
import { groupAnswerEntries } from "./group-answer.js";
import { groupInfoEntries } from "./group-info.js";
import { groupMessageEntries } from "./group-message.js";
import { ibEntries } from "./ib.js";
import { iqBlocklistEntries } from "./iq-blocklist.js";
import { iqEncryptEntries } from "./iq-encrypt.js";
import { iqPingEntries } from "./iq-ping.js";
import { iqSessionEntries } from "./iq-session.js";
import { messageEntries } from "./message.js";
import { notificationEntries } from "./notification.js";
import { presenceEntries } from "./presence.js";
import { allReceiptEntries } from "./receipt.js";
import type { JsonSchema } from "./schema.js";
import { sessionEntries } from "./session.js";

/** Every stanza that this project knows, in the order in which conditions are tried. */
export const catalogueEntries: readonly CatalogueEntry[] = [
  // Conditions of the others do not look at addresses, so what is about groups comes first.
  ...groupMessageEntries,
  ...groupAnswerEntries,
  ...groupInfoEntries,
  ...messageEntries,
  ...allReceiptEntries,
  ...ackEntries,
  ...iqPingEntries,
  ...iqEncryptEntries,
  ...iqBlocklistEntries,
  ...iqSessionEntries,
  ...ibEntries,
  ...notificationEntries,
  ...chatstateEntries,
  ...presenceEntries,
  ...sessionEntries,
];

/** The same as plain JSON Schemas, by `<direction>/<id>`, for printing. */
export const catalogue: Readonly<Record<string, JsonSchema>> = Object.fromEntries(
  catalogueEntries.map(({ id, direction, tag, grade, source, schema }) => [
    `${direction}/${id}`,
    {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      title: `<${tag}>, ${direction}`,
      $comment: `${grade}: ${source}`,
      ...schema,
    },
  ]),
);
