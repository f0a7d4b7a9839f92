import { bytes, type CatalogueEntry, element, many, maybe, one, optional, required } from "./entry.js";
import { count, fixed, group, id, maximumMembers, mediaType, oneOf, text, unixSeconds, user } from "./values.js";

const type = required(oneOf("text", "media", "reaction"));
/** 1 edits, 7 takes back one's own message. */
const edit = optional(oneOf("1", "7"));

/** What every `enc` may have. */
const sealed = { v: required(fixed("2")), mediatype: optional(mediaType), "decrypt-fail": optional(fixed("hide")) };
const ciphertext = bytes(1, 2 ** 20);

/** For one device alone. */
const enc = element({
  attrs: { ...sealed, type: required(oneOf("pkmsg", "msg")), count: optional(count) },
  content: ciphertext,
});

/** One ciphertext for all members: version byte, at least one block, and the signature. */
const sharedEnc = element({ attrs: { ...sealed, type: required(fixed("skmsg")) }, content: bytes(81, 2 ** 20) });

const anyEnc = element({
  attrs: { ...sealed, type: required(oneOf("pkmsg", "msg", "skmsg")), count: optional(count) },
  content: ciphertext,
});

const share = element({ attrs: { jid: required(user) }, children: { enc: one(enc) } });

const ofGroup = {
  tag: "message",
  grade: "inferred",
  source: "interop facts 66 and 80 (the ordinary client's form, taken over); wire 3.6, 3.7 and 5.6",
} as const;

/** Messages of groups: the key to each member that lacks it, and before all the rest one ciphertext for everybody. */
const groupMessageEntries: readonly CatalogueEntry[] = [
  {
    ...ofGroup,
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
      children: { enc: one(enc) },
    }),
  },
  {
    ...ofGroup,
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
    ...ofGroup,
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

/** A third-party user has one device, so ciphertext is a direct child and there is no `participants` (facts 11, 45). */
const directMessageEntries: readonly CatalogueEntry[] = [
  {
    id: "message",
    tag: "message",
    direction: "from-client",
    grade: "inferred",
    source: "interop facts 42, 45 and 49; wire 3.6 (direct enc)",
    schema: element({
      attrs: { to: required(user), id: required(id), type, edit, t: optional(unixSeconds) },
      children: { enc: one(enc) },
    }),
  },
  {
    id: "message",
    tag: "message",
    direction: "from-server",
    grade: "inferred",
    source: "interop fact 43 (from, notify); wire 3.7",
    schema: element({
      attrs: {
        from: required(user),
        to: optional(user),
        id: required(id),
        t: required(unixSeconds),
        type,
        edit,
        notify: optional(text),
        offline: optional(count),
      },
      children: { enc: one(enc) },
    }),
  },
];

/** Conditions of direct messages do not look at addresses, so what is about groups comes first. */
export const messageEntries: readonly CatalogueEntry[] = [...groupMessageEntries, ...directMessageEntries];
