import {
  type CatalogueEntry,
  type Direction,
  element,
  type JsonSchema,
  many,
  one,
  optional,
  required,
} from "./entry.js";
import { fixed, id, oneOf, server, text, unixSeconds, user } from "./values.js";

/** How to recognise a request of an interoperability procedure: its namespace, and the element inside it. */
export interface RequestForm {
  readonly namespace: string;
  readonly element: string;
}

/**
 * The requests that Meta names and does not show (interop facts 13, 92 and 96). Their forms come from a profile, so the
 * part of the catalogue that describes them is made for one.
 */
export interface InteropForms {
  /** Reads the list of blocked users, and changes it. */
  readonly blocklist: RequestForm;
  /** Removes the account that asks. */
  readonly deletion: RequestForm;
  /** Asks a WhatsApp user to become reachable. */
  readonly reachability: RequestForm;
}

const blocklistSource =
  "interop fact 96 (get and set are published; the element is observed on WhatsApp's side, the rest is not known)";

function request(
  name: string,
  type: "get" | "set",
  { namespace, element: tag }: RequestForm,
  inside: JsonSchema,
  source: string,
): CatalogueEntry {
  return {
    id: name,
    tag: "iq",
    direction: "from-client",
    grade: "inferred",
    source,
    when: { attrs: { xmlns: [namespace], type: [type] }, child: tag },
    schema: element({
      attrs: { id: required(id), to: required(server), type: required(fixed(type)), xmlns: required(fixed(namespace)) },
      children: { [tag]: one(inside) },
    }),
  };
}

/** The requests whose form a profile decides. */
export function requestEntries({ blocklist, deletion, reachability }: InteropForms): readonly CatalogueEntry[] {
  const change = element({ attrs: { action: required(oneOf("block", "unblock")), jid: required(user) } });
  const known = element({ attrs: { jid: required(user) } });
  const fromServer: Direction = "from-server";
  return [
    request("iq-blocklist-get", "get", blocklist, element({}), blocklistSource),
    request("iq-blocklist-set", "set", blocklist, element({ children: { item: one(change) } }), blocklistSource),
    {
      id: "iq-blocklist-result",
      tag: "iq",
      direction: fromServer,
      grade: "inferred",
      source: blocklistSource,
      when: { attrs: { type: ["result"] }, child: blocklist.element },
      schema: element({
        attrs: { id: required(id), from: required(server), type: required(fixed("result")), t: optional(unixSeconds) },
        children: {
          [blocklist.element]: one(
            element({ attrs: { dhash: optional(text) }, children: { item: many(known, 10_000, 0) } }),
          ),
        },
      }),
    },
    request("iq-deletion", "set", deletion, element({}), "interop fact 13 (that it exists; its form is not published)"),
    request(
      "iq-reachability",
      "set",
      reachability,
      known,
      "interop fact 92 (that it exists; its form is not published)",
    ),
  ];
}
