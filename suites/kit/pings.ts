import type { ProviderUser } from "../../harness/ports/provider-side.js";
import type { DriveContext, StanzaEntry, Trace, TraceNode } from "./index.js";

/** A ping of the server. Where only a sign of life is wanted, `probes.ts` has one that does not need its answer. */
export function serverPing(id: string, from: string): TraceNode {
  return { tag: "iq", attrs: { id, type: "get", xmlns: "urn:xmpp:ping", from } };
}

/** Pings the provider's client and waits for the answer. */
export async function pingProvider({ meta, wait }: DriveContext, user: ProviderUser, id: string): Promise<void> {
  meta.session(user.login)?.send(serverPing(id, meta.profile.stanza.whatsappServer));
  await wait("stanza", (entry) => isAnswer(entry, id));
}

export function pingSent(trace: Trace, id: string): StanzaEntry | undefined {
  return trace.stanzas.toProvider.tag("iq").attr("id", id).list[0];
}

export function pingAnswer(trace: Trace, id: string): StanzaEntry | undefined {
  return trace.stanzas.list.find((entry) => isAnswer(entry, id));
}

function isAnswer(entry: StanzaEntry, id: string): boolean {
  const { tag, attrs } = entry.node;
  return entry.direction === "in" && tag === "iq" && attrs["id"] === id && attrs["type"] === "result";
}

/** A keep-alive ping of the provider's client. */
export function isPing({ direction, node }: StanzaEntry): boolean {
  return direction === "in" && node.tag === "iq" && node.attrs["xmlns"] === "w:p" && node.attrs["type"] === "get";
}
