import { ackEntries } from "./ack.js";
import { chatstateEntries } from "./chatstate.js";
import type { CatalogueEntry } from "./entry.js";
import { groupAnswerEntries } from "./group-answer.js";
import { groupInfoEntries } from "./group-info.js";
import { groupMessageEntries } from "./group-message.js";
import { ibEntries } from "./ib.js";
import type { InteropForms } from "./forms.js";
import { callEntries } from "./call.js";
import { iqEncryptEntries } from "./iq-encrypt.js";
import { iqInteropEntries } from "./iq-interop.js";
import { iqPingEntries } from "./iq-ping.js";
import { iqSessionEntries } from "./iq-session.js";
import { messageEntries } from "./message.js";
import { notificationEntries } from "./notification.js";
import { presenceEntries } from "./presence.js";
import { allReceiptEntries } from "./receipt.js";
import type { JsonSchema } from "./schema.js";
import { sessionEntries } from "./session.js";

/** Every stanza that this project knows, in the order in which conditions are tried. */
export function catalogueEntries(forms: InteropForms): readonly CatalogueEntry[] {
  return [
    // Conditions of the others do not look at addresses, so what is about groups comes first.
    ...groupMessageEntries,
    ...groupAnswerEntries,
    ...groupInfoEntries,
    ...messageEntries,
    ...allReceiptEntries,
    ...ackEntries,
    ...iqPingEntries,
    ...iqEncryptEntries,
    ...iqInteropEntries(forms),
    ...iqSessionEntries,
    ...ibEntries,
    ...notificationEntries,
    ...chatstateEntries,
    ...callEntries,
    ...presenceEntries,
    ...sessionEntries,
  ];
}

/** The same as plain JSON Schemas, by `<direction>/<id>`, for printing. */
export function printedCatalogue(forms: InteropForms): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(
    catalogueEntries(forms).map(({ id, direction, tag, grade, source, schema }) => [
      `${direction}/${id}`,
      {
        $schema: "https://json-schema.org/draft/2020-12/schema",
        title: `<${tag}>, ${direction}`,
        $comment: `${grade}: ${source}`,
        ...schema,
      },
    ]),
  );
}
