import { concat } from "../../core/bytes.js";
import type { FaultPlace } from "../../faults/hooks.js";
import { encodeContent } from "../../protocol/content/encode.js";
import { encodeEnvelope, type SenderKeyNotice } from "../../protocol/content/envelope.js";
import { childrenOf, node, type StanzaNode } from "../../protocol/stanza/node.js";
import type { SignalAccount } from "../../signal/account.js";
import { sessionEngine } from "../../signal/engine.js";
import type { UserContext } from "./context.js";
import { type Draft, encAttributes, stanzaType } from "./drafts.js";
import { fetchBundle } from "./keys.js";
import { traceContent, traceInspection } from "./trace-form.js";

export interface SealOptions {
  /** Number of the retry; absent for the first attempt. */
  readonly count?: number;
  /** For the sender's other devices: the receiver of the message. */
  readonly sentTo?: string;
  readonly senderKey?: SenderKeyNotice;
  /** Names of the receiver for which a fault may be armed (default: `to`). */
  readonly names?: readonly string[];
}

/** Encrypts a draft for one receiver: usually one stanza with one `enc`. Faults may change that. */
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
  return context.outbox.pass(stanza, encoded, place);
}

/** The account that encrypts a message: usually the user's own. A fault may also advance the user's chain. */
async function writerFor(context: UserContext, to: string, place: FaultPlace): Promise<SignalAccount> {
  const { account, book, faults, profile, random } = context;
  const skipped = faults.apply("skipped-messages", 0, place);
  if (skipped > 0) await account.skipAhead(book.session(to), skipped);
  if (faults.apply("sealing-identity", "own", place) === "own") return account;
  const stranger = sessionEngine(profile.session.engine).createAccount({ random });
  await stranger.openSession(book.session(to), await fetchBundle(context, to));
  return stranger;
}

/** The children of the first stanza for one receiver, for a message that carries those of several receivers. */
export function partsOf(stanzas: readonly StanzaNode[]): readonly StanzaNode[] {
  return stanzas.slice(0, 1).flatMap(childrenOf);
}

/** Never the longest padding: two of three open clients do not use it (wire 4), so a fault asks for it. */
export function padding({ profile, random }: UserContext): Uint8Array {
  const { minimumPadding, maximumPadding } = profile.content;
  const length = minimumPadding + random.int(maximumPadding - minimumPadding);
  return new Uint8Array(length).fill(length);
}
