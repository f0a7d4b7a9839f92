import type { Scenario } from "../../harness/checks/check.js";
import type { Profile } from "../../profiles/profile.js";
import { type Call, calls, parameter } from "./calls.js";
import {
  check,
  type Check,
  childOf,
  killedFor,
  type OneFindingRow,
  type StanzaEntry,
  type Trace,
  type TraceNode,
} from "./index.js";

/** Keys and pings have suites of their own. */
const elsewhere = ["encrypt", "w:p", "passive"];

/** What the provider's client has asked of the server since a driver call, except keys and pings. */
export function requestsSince(trace: Trace, { request }: Call, type: "get" | "set"): readonly StanzaEntry[] {
  return trace
    .after(request)
    .stanzas.fromProvider.tag("iq")
    .attr("type", type)
    .where(({ node }) => !elsewhere.includes(node.attrs["xmlns"] ?? "")).list;
}

/** The request to which a driver call led: the first that changes something and, if given, names what this parameter names. */
export function requestOf(trace: Trace, call: Call, name?: string): StanzaEntry | undefined {
  const wanted = name === undefined ? undefined : (parameter(call, name) ?? "");
  return requestsSince(trace, call, "set").find(({ node }) => wanted === undefined || mentions(node, wanted));
}

/** The server's answer to a request. */
export function answerTo(trace: Trace, { node, connection, seq }: StanzaEntry): StanzaEntry | undefined {
  return trace.stanzas.toProvider
    .on(connection)
    .tag("iq")
    .attr("id", node.attrs["id"])
    .where((entry) => entry.seq > seq).list[0];
}

/** How the server answered a request: "accepted", or the code of its error; undefined without an answer. */
export function reception(trace: Trace, request: StanzaEntry): string | undefined {
  const answer = answerTo(trace, request)?.node;
  if (answer?.attrs["type"] !== "error") return answer && "accepted";
  return childOf(answer, "error")?.attrs["code"] ?? "error";
}

/** Whether an attribute somewhere in the stanza has this value. */
export function mentions({ attrs, children = [] }: TraceNode, value: string): boolean {
  return Object.values(attrs).includes(value) || children.some((child) => mentions(child, value));
}

interface FormRow extends Omit<OneFindingRow, "hint"> {
  readonly scenario: Scenario;
  /** The driver method that leads to the request, and its parameter that the request names. */
  readonly method: string;
  readonly parameter?: string;
  /** The request in the profile, and in words. */
  readonly form: keyof Profile["requests"];
  readonly name: string;
  /** Mutants whose requests have this form and are malformed otherwise. */
  readonly refused?: readonly string[];
}

/** A request whose form is not published: it has to have the namespace and the element of the profile. */
export function hasForm(id: string, row: FormRow): Check {
  return check(id, {
    ...row,
    reached: (trace) => calls(trace, row.method).flatMap((call) => requestOf(trace, call, row.parameter) ?? []),
    judge({ expect, reached, trace, profile }) {
      const { namespace, element } = profile.requests[row.form];
      for (const sent of reached) {
        expect(`namespace of the ${row.name}`, sent.node.attrs["xmlns"], sent).is(namespace);
        expect(`element of the ${row.name}`, childOf(sent.node, element)?.tag ?? "none", sent).is(element);
        const received = reception(trace, sent);
        if (received !== undefined) expect(`answer to the ${row.name}`, received, answerTo(trace, sent)).is("accepted");
      }
    },
    hint: "Use the namespace and the element of the profile. The form is not published: compare it with your documents first.",
    mutants: {
      ...killedFor(`namespace of the ${row.name}`, row),
      ...Object.fromEntries(row.refused?.map((mutant) => [mutant, `answer to the ${row.name}`]) ?? []),
    },
  });
}
