import type { Expect } from "../../harness/model/expect.js";
import type { ProviderUser } from "../../harness/ports/provider-side.js";
import type { DriveContext, StanzaEntry, Trace, TraceEntry, TraceNode } from "./index.js";
import { serverPing } from "./pings.js";

/**
 * Stanzas to which a client that reads them answers: proof that a connection works, where the answer itself is not what is
 * judged. A client has to acknowledge a notification (M2-32) and should answer a ping (M2-21); which of the two it does
 * is the business of the checks of those rules alone.
 */
export interface Probe {
  /** Several leave in one turn. */
  send(...ids: readonly string[]): void;
  /** Sends one, with attributes or children besides. Resolves with whether the answer came. */
  ask(id: string, more?: Readonly<Record<string, string>>, children?: readonly TraceNode[]): Promise<boolean>;
}

/** Sends a ping and a notification in one turn. The kind that is answered first is that of all further probes. */
export async function probeOf({ meta, wait }: DriveContext, user: ProviderUser, id: string): Promise<Probe> {
  const from = meta.profile.stanza.whatsappServer;
  const send = (...stanzas: readonly TraceNode[]): void => meta.session(user.login)?.send(...stanzas);
  const answered = (asked: string) => wait("stanza", (entry) => isAnswer(entry, asked));
  send(serverPing(id, from), notification(besides(id), from));
  const build = (await answered(id))?.node.tag === "ack" ? notification : serverPing;
  return {
    send: (...ids) => send(...ids.map((each) => build(each, from))),
    async ask(asked, more = {}, children) {
      const { tag, attrs } = build(asked, from);
      send({ tag, attrs: { ...attrs, ...more }, ...(children !== undefined && { children }) });
      return (await answered(asked)) !== undefined;
    },
  };
}

export function probeSent(trace: Trace, id: string): StanzaEntry | undefined {
  return trace.stanzas.toProvider.attr("id", id).list[0];
}

/** For the id of a first look: the answer to either stanza. */
export function probeAnswer(trace: Trace, id: string): StanzaEntry | undefined {
  return trace.stanzas.list.find((entry) => isAnswer(entry, id));
}

export function expectAnswered(expect: Expect, what: string, trace: Trace, id: string, at: TraceEntry): void {
  const answer = probeAnswer(trace, id);
  expect(what, answer === undefined ? "unanswered" : "answered", answer ?? at).is("answered");
}

/** Id of the notification of a first look: no two stanzas share one. */
function besides(id: string): string {
  return `${id}-notice`;
}

/** Nothing follows from one without content. */
function notification(id: string, from: string): TraceNode {
  return { tag: "notification", attrs: { id, type: "w:interop", from, t: "1767225600" } };
}

function isAnswer({ direction, node: { tag, attrs } }: StanzaEntry, id: string): boolean {
  if (direction !== "in" || (attrs["id"] !== id && attrs["id"] !== besides(id))) return false;
  if (tag === "ack") return attrs["class"] === "notification" && attrs["error"] === undefined;
  return tag === "iq" && attrs["type"] === "result";
}
