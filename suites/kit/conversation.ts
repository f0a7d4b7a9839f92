import type { FaultId } from "../../harness/ports/faults.js";
import type { WhatsAppUser } from "../../harness/ports/meta-side.js";
import type { MessageReference, ProviderUser } from "../../harness/ports/provider-side.js";
import type { DriveContext } from "./index.js";
import { isOpening } from "./texts.js";
import { isAnswerTo, untilTaken } from "./waiting.js";

/** A provider's user and a WhatsApp user, both new. */
export interface Pair {
  readonly alice: ProviderUser;
  readonly bob: WhatsAppUser;
}

/** A new WhatsApp user writes to a new provider's user, who sees it and answers: proof that this direction works. */
export async function showText(context: DriveContext): Promise<Pair> {
  const bob = await context.meta.user();
  const alice = await context.provider.connectedUser();
  await converse(context, { alice, bob }).hears("First, something that works.");
  return { alice, bob };
}

/** A new provider's user writes to a new WhatsApp user, who opens it: proof that this direction works. */
export async function deliverText(context: DriveContext): Promise<Pair> {
  const bob = await context.meta.user();
  const alice = await context.provider.connectedUser();
  await converse(context, { alice, bob }).says("This one arrives.");
  return { alice, bob };
}

/** The provider's user writes, if it can; resolves with the id when the WhatsApp user has tried to open it. */
export async function tryToSay(
  { wait }: DriveContext,
  from: ProviderUser,
  to: string,
  text: string,
): Promise<string | undefined> {
  const sent = await from.trySend(to, { type: "text", text });
  if (!sent.ok) return undefined;
  await wait("opened", isOpening(sent.result.id));
  return sent.result.id;
}

/** How two people talk. Every wait ends at its time-out too. */
export interface Talk<Said = string> {
  /** Alice, the provider's user, writes; resolves with the id when it has arrived. */
  says(text: string, replyTo?: MessageReference): Promise<Said>;
  /** The other one writes; resolves with the id when Alice has seen it and answered. */
  hears(text: string, replyTo?: MessageReference): Promise<string>;
}

/** A talk in which a message that the provider cannot send ends the scenario. `answer`: the tag of Alice's answers. */
export function converse(context: DriveContext, { alice, bob }: Pair, answer?: string): Talk {
  return {
    async says(text, replyTo) {
      const { id } = await alice.send(bob.jid, { type: "text", text }, replyTo);
      await context.wait("opened", isOpening(id));
      return id;
    },
    async hears(text, replyTo) {
      const { id } = await bob.send(alice.login, { type: "text", text, ...(replyTo !== undefined && { replyTo }) });
      await untilTaken(context, alice, id, answer);
      return id;
    },
  };
}

/** A talk in progress, on whose messages faults can act. */
export interface Session extends Talk<string | undefined> {
  readonly alice: ProviderUser;
  /** The other one writes, and a fault acts on the message. What comes of it is known when the next one was heard. */
  hearsUnder(fault: FaultId, text: string, params?: { readonly of: string }): Promise<string>;
}

/** Both have written and been read, so neither sends pre-key messages. The talk goes on without what cannot be sent. */
export async function establish(context: DriveContext): Promise<Session & Pair> {
  const { alice, bob } = await showText(context);
  const session: Session & Pair = {
    alice,
    bob,
    says: (text) => tryToSay(context, alice, bob.jid, text),
    hears: converse(context, { alice, bob }).hears,
    async hearsUnder(fault, text, params) {
      context.meta.arm({ fault, ...(params !== undefined && { params }) });
      return (await bob.send(alice.login, { type: "text", text })).id;
    },
  };
  await session.says("I read you.");
  return session;
}

/**
 * The same between two users of the provider, the only ones who speak a protocol of its own. The server passes on what
 * they write and can read none of it: all that is known of a message is what was asked for and what was shown.
 */
export async function establishBetweenOwn({ meta, provider, wait }: DriveContext): Promise<Session> {
  const alice = await provider.connectedUser();
  const carol = await provider.connectedUser();
  const send = async (from: ProviderUser, to: ProviderUser, text: string): Promise<string> => {
    const { id } = await from.send(to.login, { type: "text", text });
    await to.event("message", (event) => event["id"] === id);
    return id;
  };
  const session: Session = {
    alice,
    says: (text) => send(alice, carol, text),
    hears: (text) => send(carol, alice, text),
    async hearsUnder(fault, text, params) {
      meta.arm({ fault, account: alice.login, ...(params !== undefined && { params }) });
      const { id } = await carol.send(alice.login, { type: "text", text });
      // It may be shown, dropped or asked for again: each of them is answered by a stanza.
      const isAnswer = isAnswerTo(id);
      await wait("stanza", (entry) => entry.account === alice.login && isAnswer(entry));
      return id;
    },
  };
  await session.hears("First, something that works.");
  await session.says("I read you.");
  return session;
}
