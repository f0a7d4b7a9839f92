import type { Expect } from "../../harness/model/expect.js";
import type { FaultRequest } from "../../harness/ports/faults.js";
import type { ProviderUser } from "../../harness/ports/provider-side.js";
import { serverAddress } from "../../protocol/ids/jid.js";
import {
  check,
  type Check,
  type DriveContext,
  killedFor,
  type OneFindingRow,
  type StanzaEntry,
  type Trace,
  type TraceEntry,
  type TraceNode,
} from "./index.js";
import { serverPing } from "./pings.js";

/**
 * Stanzas that a client answers when it reads them: proof that a connection works, where the answer itself is not what is
 * judged. A client has to acknowledge a notification (M2-32) and should answer a ping (M2-21). Only the checks of those
 * two rules judge which of the two it does.
 */
export interface Probe {
  /** Several leave in one turn. */
  send(...ids: readonly string[]): void;
  /** Sends one, with further attributes or children. Resolves with whether the answer came. */
  ask(id: string, more?: Readonly<Record<string, string>>, children?: readonly TraceNode[]): Promise<boolean>;
}

/** Sends a ping and a notification in one turn. The kind that is answered first is that of all further probes. */
export async function probeOf({ meta, wait }: DriveContext, user: ProviderUser, id: string): Promise<Probe> {
  const send = (...stanzas: readonly TraceNode[]): void => meta.session(user.login)?.send(...stanzas);
  const answered = (asked: string) => wait("stanza", (entry) => isAnswer(entry, asked));
  send(serverPing(id), notification(noticeOf(id)));
  const build = (await answered(id))?.node.tag === "ack" ? notification : serverPing;
  return {
    send: (...ids) => send(...ids.map((each) => build(each))),
    async ask(asked, more = {}, children) {
      const { tag, attrs } = build(asked);
      send({ tag, attrs: { ...attrs, ...more }, ...(children !== undefined && { children }) });
      return (await answered(asked)) !== undefined;
    },
  };
}

/** `lawful` of checks that probe: a provider that ignores pings answers notifications. */
export const probed = ["ignores-server-ping"];

export function probeSent(trace: Trace, id: string): StanzaEntry | undefined {
  return trace.stanzas.toProvider.attr("id", id).list[0];
}

/** The answer to a probe; for the id that `probeOf` was given, to either of its two stanzas. */
export function probeAnswer(trace: Trace, id: string): StanzaEntry | undefined {
  return trace.stanzas.list.find((entry) => isAnswer(entry, id));
}

export function expectAnswered(expect: Expect, what: string, trace: Trace, id: string, at: TraceEntry): void {
  const answer = probeAnswer(trace, id);
  expect(what, answer === undefined ? "unanswered" : "answered", answer ?? at).is("answered");
}

/** Id of the notification that `probeOf` sends with its ping: no two stanzas share an id. */
function noticeOf(id: string): string {
  return `${id}-notice`;
}

/** Without content, so that nothing follows from it. */
function notification(id: string): TraceNode {
  return { tag: "notification", attrs: { id, type: "w:interop", from: serverAddress, t: "1767225600" } };
}

function isAnswer({ direction, node: { tag, attrs } }: StanzaEntry, id: string): boolean {
  if (direction !== "in" || (attrs["id"] !== id && attrs["id"] !== noticeOf(id))) return false;
  if (tag === "ack") return attrs["class"] === "notification" && attrs["error"] === undefined;
  return tag === "iq" && attrs["type"] === "result";
}

interface UnusualProbe extends OneFindingRow {
  readonly probeId: string;
  /** What is unusual about the probe. */
  readonly finding: string;
  readonly fault?: FaultRequest;
  readonly attrs?: (login: string) => Readonly<Record<string, string>>;
  readonly children?: () => readonly TraceNode[];
}

/** An ordinary probe, and one that is unusual and has to be answered in the same way. */
export function answersProbe(id: string, row: UnusualProbe): Check {
  return check(id, {
    ...row,
    async drive(context) {
      const user = await context.provider.connectedUser();
      const probe = await probeOf(context, user, "plain-probe");
      if (row.fault !== undefined) context.meta.arm(row.fault);
      await probe.ask(row.probeId, row.attrs?.(user.login), row.children?.());
    },
    reached: (trace) => probeAnswer(trace, "plain-probe") && probeSent(trace, row.probeId),
    judge({ expect, reached: [sent], trace }) {
      expectAnswered(expect, row.finding, trace, row.probeId, sent);
    },
    mutants: killedFor(row.finding, row),
    lawful: probed,
  });
}
