import type { CatalogueEntry } from "./entry.js";
import { bytes, element, one, optional, required } from "./schema.js";
import { count, fixed, id, mediaType, oneOf, text, unixSeconds, user } from "./values.js";

const enc = element({
  attrs: {
    v: required(fixed("2")),
    type: required(oneOf("pkmsg", "msg")),
    count: optional(count),
    mediatype: optional(mediaType),
    "decrypt-fail": optional(fixed("hide")),
  },
  content: bytes(1, 2 ** 20),
});

const type = required(oneOf("text", "media", "reaction"));
/** 1 edits, 7 takes back one's own message. */
const edit = optional(oneOf("1", "7"));

/** A third-party user has one device, so ciphertext is a direct child and there is no `participants` (facts 11, 45). */
export const messageEntries: readonly CatalogueEntry[] = [
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
