import {
  type AttributeRule,
  bytes,
  type CatalogueEntry,
  type Direction,
  element,
  type EntryCondition,
  many,
  maybe,
  one,
  optional,
  required,
} from "./entry.js";
import { count, fixed, group, id, oneOf, refusals, text, unixSeconds, user, userOrServer } from "./values.js";
import { bundleChildren, registration } from "./keys.js";

const receiptSource = "interop facts 76 to 79; wire 3.9 and 5.4";

/** One receipt may name further messages (sender-aggregated receipts, fact 79). */
const list = element({ children: { item: many(element({ attrs: { id: required(id) } }), 1000) } });

const retry = element({
  attrs: {
    id: required(id),
    count: required(count),
    t: required(unixSeconds),
    v: required(fixed("1")),
    error: optional(count),
  },
});

const { registration: _, ...keysWithoutRegistration } = bundleChildren;
const retryKeys = element({ children: keysWithoutRegistration });

const mediaRetry = {
  encrypt: one(
    element({
      children: { enc_p: one(element({ content: bytes(16, 4096) })), enc_iv: one(element({ content: bytes(12) })) },
    }),
  ),
  rmr: one(element({ attrs: { jid: required(user), from_me: required(oneOf("true", "false")) } })),
};

function receiptEntries(
  direction: Direction,
  address: Readonly<Record<string, AttributeRule>>,
): readonly CatalogueEntry[] {
  const common = { ...address, id: required(id), t: optional(unixSeconds) };
  return [
    {
      id: "receipt-delivered",
      tag: "receipt",
      direction,
      grade: "open-clients",
      source: receiptSource,
      when: { attrs: { type: [null, "delivery", "inactive"] } },
      schema: element({
        attrs: { ...common, type: optional(oneOf("delivery", "inactive")) },
        children: { list: maybe(list) },
      }),
    },
    {
      id: "receipt-read",
      tag: "receipt",
      direction,
      grade: "open-clients",
      source: receiptSource,
      when: { attrs: { type: ["read", "played"] } },
      schema: element({
        attrs: { ...common, type: required(oneOf("read", "played")) },
        children: { list: maybe(list) },
      }),
    },
    {
      id: "receipt-retry",
      tag: "receipt",
      direction,
      grade: "open-clients",
      source: receiptSource,
      when: { attrs: { type: ["retry"] } },
      schema: element({
        attrs: { ...common, type: required(fixed("retry")) },
        children: { retry: one(retry), registration: one(registration), keys: maybe(retryKeys) },
      }),
    },
    {
      id: "receipt-media-retry",
      tag: "receipt",
      direction,
      grade: "open-clients",
      source: "wire 6.2 (media retry)",
      when: { attrs: { type: ["server-error"] } },
      schema: element({ attrs: { ...common, type: required(fixed("server-error")) }, children: mediaRetry }),
    },
  ];
}

const groupSource = "interop facts 66 and 80 (the ordinary client's form, taken over); wire 3.8, 3.9 and 5.4";
const toGroup: EntryCondition = { group: "to" };
const fromGroup: EntryCondition = { group: "from" };

/** They name the group, and the member whose message it was or who received it. */
function groupReceiptEntries(
  direction: Direction,
  where: EntryCondition,
  address: Readonly<Record<string, AttributeRule>>,
): readonly CatalogueEntry[] {
  const attrs = { ...address, id: required(id), participant: required(user), t: optional(unixSeconds) };
  const entry = { tag: "receipt", direction, grade: "inferred", source: groupSource } as const;
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

const groupAck = { id: required(id), type: optional(text), participant: optional(user) };

/** Receipts and acks: those of groups first, because conditions of the others do not look at addresses. */
export const answerEntries: readonly CatalogueEntry[] = [
  ...groupReceiptEntries("from-client", toGroup, { to: required(group) }),
  ...groupReceiptEntries("from-server", fromGroup, { from: required(group), offline: optional(count) }),
  {
    id: "group-ack",
    tag: "ack",
    direction: "from-client",
    grade: "inferred",
    source: groupSource,
    when: toGroup,
    schema: element({
      attrs: {
        ...groupAck,
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
    source: groupSource,
    when: fromGroup,
    schema: element({
      attrs: {
        ...groupAck,
        class: required(oneOf("message", "receipt")),
        from: required(group),
        t: optional(unixSeconds),
        phash: optional(text),
        error: optional(count),
      },
    }),
  },
  ...receiptEntries("from-client", { to: required(user) }),
  ...receiptEntries("from-server", { from: required(user), to: optional(user), offline: optional(count) }),
  {
    id: "ack",
    tag: "ack",
    direction: "from-client",
    grade: "open-clients",
    source: "wire 3.8; interop fact 78",
    schema: element({
      attrs: {
        class: required(oneOf("message", "receipt", "notification", "call")),
        id: required(id),
        to: required(userOrServer),
        type: optional(text),
        from: optional(user),
        participant: optional(user),
        recipient: optional(user),
        error: optional(refusals),
      },
    }),
  },
  {
    id: "ack",
    tag: "ack",
    direction: "from-server",
    grade: "open-clients",
    source: "wire 3.8; interop facts 45 and 49",
    schema: element({
      attrs: {
        class: required(oneOf("message", "receipt")),
        id: required(id),
        from: required(userOrServer),
        t: optional(unixSeconds),
        type: optional(text),
        phash: optional(text),
        server_id: optional(count),
        refresh_lid: optional(text),
        error: optional(count),
      },
    }),
  },
];
