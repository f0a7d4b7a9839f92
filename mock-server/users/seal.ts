import { concat } from "../../core/bytes.js";
import { encodeContent } from "../../protocol/content/encode.js";
import { encodeEnvelope, type SenderKeyNotice } from "../../protocol/content/envelope.js";
import { childrenOf, node, type StanzaNode } from "../../protocol/stanza/node.js";
import type { SignalAccount } from "../../signal/account.js";
import { sessionEngine } from "../../signal/engine.js";
import type { FaultPlace, SealedMessage } from "../../faults/hooks.js";
import type { Outbox, UserContext } from "./context.js";
import { type Draft, encAttributes, stanzaType } from "./drafts.js";
import { fetchBundle } from "./keyring.js";
import { traceContent, traceInspection } from "./trace-form.js";

export interface SealOptions {
  /** Ordinal of the retry; absent on a first message. */
  readonly count?: number;
  /** For an own device: to whom the message went. */
  readonly sentTo?: string;
  readonly senderKey?: SenderKeyNotice;
  /** Names by which a fault may mean the receiver. */
  readonly names?: readonly string[];
}

/** One draft, sealed for one receiver: usually one stanza with one `enc`; faults may make it more, or something else. */
export async function sealFor(
  context: UserContext,
  draft: Draft,
  to: string,
  { count, sentTo, senderKey, names = [to] }: SealOptions = {},
): Promise<readonly StanzaNode[]> {
  const { account, journal, book } = context;
  const { id, content } = draft;
  const place = { accounts: names, messageId: id, again: count !== undefined };
  const watched = context.underTest(to);
  const wrapped = sentTo !== undefined || senderKey !== undefined;
  const encoded = wrapped
    ? encodeEnvelope({ content, ...(sentTo !== undefined && { sentTo }), ...(senderKey && { senderKey }) })
    : encodeContent(content);
  const sound = { content: encoded, padding: padding(context) };
  const plain = watched ? context.faults.apply("plaintext", sound, place) : sound;
  const writer = watched ? await writerFor(context, to, place) : account;
  const message = await writer.encrypt(book.session(to), concat(plain.content, plain.padding));
  const attrs = { v: "2", type: message.type, ...encAttributes(draft), count: count?.toString() };
  const enc = node("enc", attrs, message.bytes);
  const stanza = node("message", { id, to, type: stanzaType(draft) }, [enc]);
  if (!watched) return [stanza];
  const inspection = traceInspection(message);
  journal.record({
    kind: "sealed",
    by: "harness",
    messageId: id,
    user: context.jid,
    to,
    content: traceContent(content),
    ...(inspection && { inspection }),
  });
  const { outbox } = context;
  outbox.sealedAs.set(id, enc);
  const sealed = { stanzas: [stanza], content: encoded, earlier: outbox.sealedAs, held: false };
  return release(outbox, context.faults.apply("sealed", sealed, place));
}

/** Whose keys seal a message: usually the user's own. A fault may also have the user's chain run ahead. */
async function writerFor(context: UserContext, to: string, place: FaultPlace): Promise<SignalAccount> {
  const { account, book, faults, profile, random } = context;
  const skipped = faults.apply("skipped-messages", 0, place);
  if (skipped > 0) await account.skipAhead(book.session(to), skipped);
  if (faults.apply("sealing-identity", "own", place) === "own") return account;
  const stranger = sessionEngine(profile.session.engine).createAccount({ random });
  await stranger.openSession(book.session(to), await fetchBundle(context, to));
  return stranger;
}

/** Whatever is held back goes out behind the next message that is not. */
export function release(outbox: Outbox, { stanzas, held }: SealedMessage): readonly StanzaNode[] {
  const waiting = outbox.heldBack;
  outbox.heldBack = held ? [...waiting, ...stanzas] : [];
  return held ? [] : [...stanzas, ...waiting];
}

/** What was sealed for one receiver, for a message that carries that of several: an `enc`, or what a fault made of it. */
export function partsOf(stanzas: readonly StanzaNode[]): readonly StanzaNode[] {
  return stanzas.slice(0, 1).flatMap(childrenOf);
}

/** The longest padding is left to the fault that asks for it, as two of three open clients never use it (wire 4). */
export function padding({ profile, random }: UserContext): Uint8Array {
  const { minimumPadding, maximumPadding } = profile.content;
  const length = minimumPadding + random.int(maximumPadding - minimumPadding);
  return new Uint8Array(length).fill(length);
}
