import { type CatalogueEntry, element, many, maybe, one, optional, required } from "./entry.js";
import {
  count,
  fixed,
  group,
  groupServer,
  id,
  maximumMembers,
  oneOf,
  server,
  text,
  unixSeconds,
  user,
} from "./values.js";

const participant = element({ attrs: { jid: required(user), type: optional(oneOf("admin", "superadmin")) } });
const participants = element({ children: { participant: many(participant, maximumMembers) } });
const described = element({
  attrs: {
    id: required(text),
    subject: required(text),
    s_t: required(unixSeconds),
    s_o: required(user),
    creation: required(unixSeconds),
    creator: required(user),
    size: required(count),
  },
  children: { participant: many(participant, maximumMembers) },
});

const common = {
  grade: "inferred",
  source: "interop fact 82: queries and notices exist; the ordinary client's form, taken over",
} as const;

/** What clients ask about groups, and what the server answers and announces. */
export const groupEntries: readonly CatalogueEntry[] = [
  {
    id: "iq-group-query",
    tag: "iq",
    direction: "from-client",
    ...common,
    when: { attrs: { xmlns: ["w:g2"], type: ["get"] }, child: "query" },
    schema: element({
      attrs: { id: required(id), to: required(group), type: required(fixed("get")), xmlns: required(fixed("w:g2")) },
      children: { query: one(element({ attrs: { request: optional(fixed("interactive")) } })) },
    }),
  },
  {
    id: "iq-group-list",
    tag: "iq",
    direction: "from-client",
    ...common,
    when: { attrs: { xmlns: ["w:g2"], type: ["get"] }, child: "participating" },
    schema: element({
      attrs: {
        id: required(id),
        to: required(groupServer),
        type: required(fixed("get")),
        xmlns: required(fixed("w:g2")),
      },
      children: {
        participating: one(
          element({ children: { participants: maybe(element({})), description: maybe(element({})) } }),
        ),
      },
    }),
  },
  {
    id: "notification-group",
    tag: "notification",
    direction: "from-server",
    ...common,
    when: { attrs: { type: ["w:gp2"] } },
    schema: element({
      attrs: {
        id: required(id),
        from: required(group),
        participant: required(user),
        t: required(unixSeconds),
        type: required(fixed("w:gp2")),
        offline: optional(count),
      },
      children: {
        create: one(element({ attrs: { type: optional(fixed("new")) }, children: { group: one(described) } })),
        add: one(participants),
        remove: one(participants),
        subject: one(element({ attrs: { subject: required(text), s_t: required(unixSeconds) } })),
      },
      choice: true,
    }),
  },
  {
    id: "iq-group",
    tag: "iq",
    direction: "from-server",
    ...common,
    when: { attrs: { type: ["result"] }, child: "group" },
    schema: element({
      attrs: { id: required(id), from: required(server), type: required(fixed("result")) },
      children: { group: one(described) },
    }),
  },
  {
    id: "iq-groups",
    tag: "iq",
    direction: "from-server",
    ...common,
    when: { attrs: { type: ["result"] }, child: "groups" },
    schema: element({
      attrs: { id: required(id), from: required(server), type: required(fixed("result")) },
      children: { groups: one(element({ children: { group: many(described, maximumMembers, 0) } })) },
    }),
  },
];
