import type { Expect } from "../../harness/model/expect.js";
import type { DriveContext, EntryOf, StanzaEntry, Trace, TraceEntry, TraceNode } from "./index.js";

/** A user whose stream the server has ended, and the last that the trace says about it. */
interface Ended {
  readonly login: string;
  readonly entry: TraceEntry | undefined;
}

/** For each stanza a new user, connected, who is sent that stanza as the last before the server hangs up. */
export async function endStreams(
  { meta, provider }: DriveContext,
  last: readonly TraceNode[],
): Promise<readonly Ended[]> {
  const ended: Ended[] = [];
  for (const stanza of last) {
    const { login } = await provider.connectedUser();
    const session = meta.session(login);
    session?.send(stanza);
    session?.drop();
    ended.push({ login, entry: meta.journal.entries.at(-1) });
  }
  return ended;
}

export function streamError(code: string | undefined, child?: TraceNode): TraceNode {
  const attrs: Record<string, string> = code === undefined ? {} : { code };
  return { tag: "stream:error", attrs, ...(child !== undefined && { children: [child] }) };
}

/** Stream errors that the server sent, each to another user. */
export function streamErrors(trace: Trace): readonly StanzaEntry[] {
  return trace.stanzas.toProvider.tag("stream:error").list;
}

/** Logins of the user to whom `last` was sent, after it. */
export function loginsAfter(trace: Trace, last: StanzaEntry): readonly EntryOf<"login">[] {
  return trace.after(last).of("login", (entry) => entry.account === last.account);
}

/** Waits until all of them have logged in again. */
export async function waitForReturns({ wait }: DriveContext, ended: readonly Ended[]): Promise<void> {
  for (const { login, entry: after } of ended) {
    const isBack = (entry: EntryOf<"login">): boolean => entry.account === login && entry.outcome === "accepted";
    await wait("login", isBack, after === undefined ? {} : { after });
  }
}

/** The beginning of this connection. */
export function openingOf(trace: Trace, connection: string): EntryOf<"connection"> | undefined {
  return trace.of("connection", (entry) => entry.event === "opened" && entry.connection === connection)[0];
}

/** The end of this connection. */
export function closingOf(trace: Trace, connection: string | undefined): EntryOf<"connection"> | undefined {
  return trace.of("connection", (entry) => entry.event === "closed" && entry.connection === connection)[0];
}

export function expectCatalogued(expect: Expect, stanzas: readonly StanzaEntry[]): void {
  for (const entry of stanzas) {
    const broken = entry.violations.map(({ message }) => message);
    expect("breaches of the stanza catalogue", broken, entry).isEmpty();
  }
}
