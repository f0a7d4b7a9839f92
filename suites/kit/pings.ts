import type { ProviderUser } from "../../harness/ports/provider-side.js";
import type { DriveContext, StanzaEntry, Trace, TraceNode } from "./index.js";

/**
 * Pings the provider's client from the server and waits for the answer, which proves that this connection works. Resolves
 * with whether it came.
 */
export async function pingProvider({ meta, wait }: DriveContext, user: ProviderUser, id: string): Promise<boolean> {
  sendPings(meta, user, id);
  return (await wait("stanza", (entry) => isAnswer(entry, id))) !== undefined;
}

/** Several pings leave in one turn. */
export function sendPings(meta: DriveContext["meta"], user: ProviderUser, ...ids: readonly string[]): void {
  const from = meta.profile.stanza.whatsappServer;
  meta
    .session(user.login)
    ?.send(...ids.map((id) => ({ tag: "iq", attrs: { id, type: "get", xmlns: "urn:xmpp:ping", from } })));
}

/** The same with an attribute or children besides. */
export async function pingWith(
  { meta, wait }: DriveContext,
  user: ProviderUser,
  id: string,
  more: Readonly<Record<string, string>>,
  children?: readonly TraceNode[],
): Promise<void> {
  const attrs = { id, type: "get", xmlns: "urn:xmpp:ping", from: meta.profile.stanza.whatsappServer, ...more };
  meta.session(user.login)?.send({ tag: "iq", attrs, ...(children !== undefined && { children }) });
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
