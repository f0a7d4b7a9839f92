import type { ProviderUser } from "../../harness/ports/provider-side.js";
import type { FaultId } from "../../harness/ports/faults.js";
import type { DriveContext, EntryOf, StanzaEntry, Trace } from "./index.js";
import { shownTexts } from "./odd-messages.js";
import { requestedTexts, shown } from "./texts.js";

/**
 * Two users of the provider: the only ones who speak a protocol of its own. The server passes on what they write, and can
 * read none of it. Everything about a message is therefore told by its id: what the harness asked for, and what was shown.
 */
export interface Pair {
  /** Whose device is watched, robbed and restored. */
  readonly alice: ProviderUser;
  readonly carol: ProviderUser;
  /** Alice writes; resolves with the id when it is shown, or at the time-out. */
  says(text: string): Promise<string>;
  /** Carol writes. */
  hears(text: string): Promise<string>;
  /** Carol writes, and a fault acts on the message; resolves when Alice has answered it in some way. */
  hearsUnder(fault: FaultId, text: string, params?: { readonly of: string }): Promise<string>;
}

/** Both have written and been read. */
export async function pairUp({ meta, provider, wait }: DriveContext): Promise<Pair> {
  const alice = await provider.connectedUser();
  const carol = await provider.connectedUser();
  const send = async (from: ProviderUser, to: ProviderUser, text: string): Promise<string> => {
    const { id } = await from.send(to.login, { type: "text", text });
    await to.event("message", (event) => event["id"] === id);
    return id;
  };
  const hears = (text: string): Promise<string> => send(carol, alice, text);
  const says = (text: string): Promise<string> => send(alice, carol, text);
  await hears("First, something that works.");
  await says("I read you.");
  return {
    alice,
    carol,
    says,
    hears,
    async hearsUnder(fault, text, params) {
      meta.arm({ fault, account: alice.login, ...(params !== undefined && { params }) });
      const { id } = await carol.send(alice.login, { type: "text", text });
      // What became of it on the screen is not known: it may be dropped, shown, or asked for again.
      await wait("stanza", ({ direction, account, node }) => {
        return direction === "in" && account === alice.login && node.attrs["id"] === id;
      });
      return id;
    },
  };
}

/** The fault acted on a message between two users one of whom has shown a message before, and shows one behind. */
export function reachedBetween(trace: Trace, fault: FaultId): readonly EntryOf<"fault">[] {
  const works = (part: Trace): boolean => part.of("event", ({ event }) => event.kind === "message").length > 0;
  return trace
    .of("fault", (entry) => entry.fault === fault && entry.event === "applied" && entry.messageId !== undefined)
    .filter((entry) => works(trace.before(entry)) && works(trace.after(entry)));
}

/** Events that show the text of the message with this id, under whatever id they show it. */
export function shownTextOf(trace: Trace, id: unknown): readonly EntryOf<"event">[] {
  const [text] = requestedTexts(trace).get(String(id)) ?? [];
  return text === undefined ? [] : shownTexts(trace, text);
}

/** What was shown under this id, as text. */
export function textsUnder(trace: Trace, id: string): readonly unknown[] {
  return shown(trace, id).map(({ event }) => {
    const { content } = event;
    return typeof content === "object" && content !== null && "text" in content ? content["text"] : content;
  });
}

/** Messages as their senders sent them. */
export function sentMessages(trace: Trace): readonly StanzaEntry[] {
  return trace.stanzas.fromProvider.tag("message").withChild("enc").list;
}
