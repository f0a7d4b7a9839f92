import type { CatalogueEntry } from "./entry.js";
import { bundleChildren, identity, keyHash, keyIds, keyType, oneTimeKeys, registration, signedKey } from "./keys.js";
import { dependingOn, element, many, one, optional, required } from "./schema.js";
import type { ChildRule, JsonSchema } from "./schema.js";
import { count, fixed, id, oneOf, server, text, unixSeconds, user } from "./values.js";

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

/** Results carry no namespace: which request they answer is known from the id alone, so their child tells them apart. */
export const iqEncryptEntries: readonly CatalogueEntry[] = [
  request("count", "get", "count", { count: one(empty) }),
  request("keys", "get", "key", { key: one(element({ children: { user: many(wantedUser, 256) } })) }),
  request("digest", "get", "digest", { digest: one(empty) }),
  request("rotate", "set", "rotate", { rotate: one(element({ children: { skey: one(signedKey) } })) }),
  // Last, without a certain child: an upload that lacks any of its parts is still judged as one.
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
];
