import type { CatalogueEntry, Direction } from "./entry.js";
import { bundleChildren, registration } from "./keys.js";
import { bytes, element, many, maybe, one, optional, required } from "./schema.js";
import type { AttributeRule } from "./schema.js";
import { count, fixed, id, oneOf, unixSeconds, user } from "./values.js";

const source = "interop facts 76 to 79; wire 3.9 and 5.4";

/** One receipt may name further messages (sender-aggregated receipts, fact 79). */
export const list = element({ children: { item: many(element({ attrs: { id: required(id) } }), 1000) } });

export const retry = element({
  attrs: {
    id: required(id),
    count: required(count),
    t: required(unixSeconds),
    v: required(fixed("1")),
    error: optional(count),
  },
});

const { registration: _, ...keysWithoutRegistration } = bundleChildren;
export const retryKeys = element({ children: keysWithoutRegistration });

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
      source,
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
      source,
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
      source,
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

export const allReceiptEntries: readonly CatalogueEntry[] = [
  ...receiptEntries("from-client", { to: required(user) }),
  ...receiptEntries("from-server", { from: required(user), to: optional(user), offline: optional(count) }),
];
