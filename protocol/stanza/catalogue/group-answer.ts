import type { CatalogueEntry, Direction, EntryCondition } from "./entry.js";
import { registration } from "./keys.js";
import { list, retry, retryKeys } from "./receipt.js";
import { element, maybe, one, optional, required } from "./schema.js";
import type { AttributeRule } from "./schema.js";
import { count, fixed, group, id, oneOf, refusals, text, unixSeconds, user } from "./values.js";

const source = "interop facts 66 and 80 (the ordinary client's form, taken over); wire 3.8, 3.9 and 5.4";
const toGroup: EntryCondition = { group: "to" };
const fromGroup: EntryCondition = { group: "from" };

/** Beside the group they name the member whose message it was, or who received it. */
function answers(
  direction: Direction,
  where: EntryCondition,
  address: Readonly<Record<string, AttributeRule>>,
): readonly CatalogueEntry[] {
  const attrs = { ...address, id: required(id), participant: required(user), t: optional(unixSeconds) };
  const entry = { tag: "receipt", direction, grade: "inferred", source } as const;
  return [
    {
      ...entry,
      id: "group-receipt-retry",
      when: { ...where, attrs: { type: ["retry"] } },
      schema: element({
        attrs: { ...attrs, type: required(fixed("retry")) },
        children: { retry: one(retry), registration: one(registration), keys: maybe(retryKeys) },
      }),
    },
    {
      ...entry,
      id: "group-receipt",
      when: where,
      schema: element({
        attrs: { ...attrs, type: optional(oneOf("delivery", "inactive", "read", "played")) },
        children: { list: maybe(list) },
      }),
    },
  ];
}

const ack = { id: required(id), type: optional(text), participant: optional(user) };

/** Receipts and acks of groups. */
export const groupAnswerEntries: readonly CatalogueEntry[] = [
  ...answers("from-client", toGroup, { to: required(group) }),
  ...answers("from-server", fromGroup, { from: required(group), offline: optional(count) }),
  {
    id: "group-ack",
    tag: "ack",
    direction: "from-client",
    grade: "inferred",
    source,
    when: toGroup,
    schema: element({
      attrs: {
        ...ack,
        class: required(oneOf("message", "receipt", "notification")),
        to: required(group),
        from: optional(user),
        error: optional(refusals),
      },
    }),
  },
  {
    id: "group-ack",
    tag: "ack",
    direction: "from-server",
    grade: "inferred",
    source,
    when: fromGroup,
    schema: element({
      attrs: {
        ...ack,
        class: required(oneOf("message", "receipt")),
        from: required(group),
        t: optional(unixSeconds),
        phash: optional(text),
        error: optional(count),
      },
    }),
  },
];
