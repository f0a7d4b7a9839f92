import type { ProviderUser } from "../../harness/ports/provider-side.js";
import { idsIn } from "./receipts.js";
import type { DriveContext, StanzaEntry, TraceEntry } from "./index.js";

/** For `wait`: only what the trace does not hold yet. */
export function fromNow({ meta }: DriveContext): { readonly after?: TraceEntry } {
  const after = meta.journal.entries.at(-1);
  return after === undefined ? {} : { after };
}

/**
 * Fits a stanza that names this id, from the provider's client: its answer to what the server sent under that id. One
 * receipt may answer several messages (wire 3.9).
 */
export function isAnswerTo(id: string | undefined): (entry: StanzaEntry) => boolean {
  return ({ direction, node }) => direction === "in" && id !== undefined && idsIn(node).includes(id);
}

/** How many of several things may be late before the harness waits for no more of them. */
const lateAllowed = 2;

/**
 * Waits for one thing after the other. When some of them have not come in time, the provider was given its time: the others
 * count if they are there already.
 */
export async function untilAll(waits: readonly ((ms?: number) => Promise<unknown>)[]): Promise<void> {
  let late = 0;
  for (const wait of waits) {
    const found: unknown = late < lateAllowed ? await wait() : await wait(1);
    if (found === undefined) late += 1;
  }
}

/** These messages are shown to the provider's user, as far as they will be. */
export async function untilShown(user: ProviderUser, ids: readonly string[]): Promise<void> {
  await untilAll(ids.map((id) => (ms) => user.event("message", (event) => event["id"] === id, ms)));
}

export async function untilClosed({ wait }: DriveContext, connection: string | undefined): Promise<void> {
  await wait("connection", (entry) => entry.event === "closed" && entry.connection === connection);
}

export async function untilLoggedIn({ wait }: DriveContext, since: { readonly after?: TraceEntry }): Promise<void> {
  await wait("login", (entry) => entry.outcome === "accepted", since);
}

/** The message is shown to the provider's user and the client has answered it, with a stanza of this tag if one is given. */
export async function untilTaken({ wait }: DriveContext, user: ProviderUser, id: string, tag?: string): Promise<void> {
  const isAnswer = isAnswerTo(id);
  await user.event("message", (event) => event["id"] === id);
  await wait("stanza", (entry) => isAnswer(entry) && (tag === undefined || entry.node.tag === tag));
}

/** The user disconnects, and the server has noticed: what is sent from now on finds the user away. */
export async function leave(context: DriveContext, user: ProviderUser): Promise<void> {
  const connection = context.meta.session(user.login)?.connection;
  await user.disconnect();
  if (connection !== undefined) await untilClosed(context, connection);
}
