import {
  bytes,
  type CatalogueEntry,
  type ChildRule,
  dependingOn,
  element,
  exactly,
  type JsonSchema,
  many,
  maybe,
  one,
  optional,
  required,
} from "./entry.js";
import { count, fixed, id, oneOf, server, text, unixSeconds, user } from "./values.js";

/**
 * Elements that carry public keys. Inside stanzas keys are 32 bytes without the type prefix, ids 3 bytes and the
 * registration id 4 bytes, all big-endian (wire 3.4 and 5.3).
 */
export const registration = element({ content: bytes(4) });
const keyType = element({ content: exactly("05") });
const identity = element({ content: bytes(32) });
const keyId = element({ content: bytes(3) });
const keyValue = element({ content: bytes(32) });

const oneTimeKey = element({ children: { id: one(keyId), value: one(keyValue) } });
const signedKey = element({
  children: { id: one(keyId), value: one(keyValue), signature: one(element({ content: bytes(64) })) },
});

/** First uploads have 812 keys, refills 5 to 50; the limit only bounds the work. */
const oneTimeKeys = element({ children: { key: many(oneTimeKey, 2000) } });
const keyIds = element({ children: { id: many(keyId, 2000, 0) } });
const keyHash = element({ content: bytes(20) });

/** One device's keys as the server hands them out, without the element that holds them. */
export const bundleChildren = {
  registration: one(registration),
  type: one(keyType),
  identity: one(identity),
  key: maybe(oneTimeKey),
  skey: one(signedKey),
};

const source = "interop facts 44 and 54 to 57; wire 3.4";

const empty = element({});

const wantedUser = element({
  attrs: { jid: required(user), reason: optional(oneOf("identity", "retry")) },
});

const foundUser = dependingOn(
  "error",
  element({
    attrs: { jid: required(user), t: optional(unixSeconds) },
    children: { error: one(element({ attrs: { code: required(count), text: optional(text) } })) },
  }),
  element({ attrs: { jid: required(user), t: optional(unixSeconds) }, children: bundleChildren }),
);

function request(
  name: string,
  type: "get" | "set",
  child: string,
  children: Readonly<Record<string, ChildRule>>,
): CatalogueEntry {
  return {
    id: `iq-encrypt-${name}`,
    tag: "iq",
    direction: "from-client",
    grade: "open-clients",
    source,
    when: { attrs: { xmlns: ["encrypt"], type: [type] }, child },
    schema: element({
      attrs: { id: required(id), to: required(server), type: required(fixed(type)), xmlns: required(fixed("encrypt")) },
      children,
    }),
  };
}

function result(name: string, child: string, tag: string, content: JsonSchema): CatalogueEntry {
  return {
    id: `iq-encrypt-${name}-result`,
    tag: "iq",
    direction: "from-server",
    grade: "open-clients",
    source,
    when: { attrs: { type: ["result"] }, child },
    schema: element({
      attrs: { id: required(id), from: required(server), type: required(fixed("result")), t: optional(unixSeconds) },
      children: { [tag]: one(content) },
    }),
  };
}

const notice = {
  id: required(id),
  t: required(unixSeconds),
  type: required(fixed("encrypt")),
  offline: optional(count),
};

/**
 * Uploads, counts, bundles, and what the server says about keys by itself. Results carry no namespace: which request they
 * answer is known from the id alone, so their child decides.
 */
export const keyEntries: readonly CatalogueEntry[] = [
  request("count", "get", "count", { count: one(empty) }),
  request("keys", "get", "key", { key: one(element({ children: { user: many(wantedUser, 256) } })) }),
  request("digest", "get", "digest", { digest: one(empty) }),
  request("rotate", "set", "rotate", { rotate: one(element({ children: { skey: one(signedKey) } })) }),
  // Last, without a certain child: an upload that lacks any of its parts is still validated as one.
  {
    ...request("upload", "set", "", {
      registration: one(registration),
      type: one(keyType),
      identity: one(identity),
      list: one(oneTimeKeys),
      skey: one(signedKey),
    }),
    when: { attrs: { xmlns: ["encrypt"], type: ["set"] } },
  },
  result("count", "count", "count", element({ attrs: { value: required(count) } })),
  result("keys", "list/user", "list", element({ children: { user: many(foundUser, 256) } })),
  result(
    "digest",
    "digest",
    "digest",
    element({
      children: {
        registration: one(registration),
        type: one(keyType),
        identity: one(identity),
        skey: one(signedKey),
        list: one(keyIds),
        hash: one(keyHash),
      },
    }),
  ),
  {
    id: "notification-keys-low",
    tag: "notification",
    direction: "from-server",
    grade: "open-clients",
    source: "wire 3.4",
    when: { attrs: { type: ["encrypt"] }, child: "count" },
    schema: element({
      attrs: { ...notice, from: required(server) },
      children: { count: one(element({ attrs: { value: required(count) } })) },
    }),
  },
  {
    id: "notification-identity-changed",
    tag: "notification",
    direction: "from-server",
    grade: "open-clients",
    source: "interop fact 59; wire 3.4 and 5.5",
    when: { attrs: { type: ["encrypt"] }, child: "identity" },
    schema: element({
      attrs: { ...notice, from: required(user), display_name: optional(text) },
      children: { identity: maybe(element({})) },
    }),
  },
];
