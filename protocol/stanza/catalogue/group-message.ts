import type { CatalogueEntry } from "./entry.js";
import { bytes, element, many, maybe, one, optional, required } from "./schema.js";
import { count, fixed, group, id, maximumMembers, mediaType, oneOf, text, unixSeconds, user } from "./values.js";

const source = "interop facts 66 and 80 (the ordinary client's form, taken over); wire 3.6, 3.7 and 5.6";
const common = { tag: "message", grade: "inferred", source } as const;

/** Half of an `enc`; the other half is its type. */
const sealed = { v: required(fixed("2")), mediatype: optional(mediaType), "decrypt-fail": optional(fixed("hide")) };
const ciphertext = bytes(1, 2 ** 20);

/** One ciphertext for all members: version byte, at least one block, and the signature. */
const sharedEnc = element({ attrs: { ...sealed, type: required(fixed("skmsg")) }, content: bytes(81, 2 ** 20) });

/** For one member alone: the key, or a message that the member asked for again. */
const memberEnc = element({
  attrs: { ...sealed, type: required(oneOf("pkmsg", "msg")), count: optional(count) },
  content: ciphertext,
});

const anyEnc = element({
  attrs: { ...sealed, type: required(oneOf("pkmsg", "msg", "skmsg")), count: optional(count) },
  content: ciphertext,
});

const type = required(oneOf("text", "media", "reaction"));
const edit = optional(oneOf("1", "7"));
const share = element({ attrs: { jid: required(user) }, children: { enc: one(memberEnc) } });

/** Messages of groups: the key to each member that lacks it, and before all the rest one ciphertext for everybody. */
export const groupMessageEntries: readonly CatalogueEntry[] = [
  {
    ...common,
    id: "group-message-again",
    direction: "from-client",
    source: "wire 5.4 (a message to a group sent again to one member)",
    when: { group: "to", present: "participant" },
    schema: element({
      attrs: {
        to: required(group),
        participant: required(user),
        id: required(id),
        type,
        edit,
        t: optional(unixSeconds),
      },
      children: { enc: one(memberEnc) },
    }),
  },
  {
    ...common,
    id: "group-message",
    direction: "from-client",
    when: { group: "to" },
    schema: element({
      attrs: { to: required(group), id: required(id), type, edit, phash: optional(text), t: optional(unixSeconds) },
      children: {
        participants: maybe(element({ children: { to: many(share, maximumMembers) } })),
        enc: one(sharedEnc),
      },
    }),
  },
  {
    ...common,
    id: "group-message",
    direction: "from-server",
    when: { group: "from" },
    schema: element({
      attrs: {
        from: required(group),
        participant: required(user),
        id: required(id),
        t: required(unixSeconds),
        type,
        edit,
        notify: optional(text),
        offline: optional(count),
      },
      // The key first, then what it opens.
      children: { enc: many(anyEnc, 2) },
    }),
  },
];
