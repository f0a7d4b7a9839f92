import type { Fit } from "../../core/coded-error.js";
import { Recent } from "../../core/recent.js";
import type { OpenedEntry } from "../../harness/model/trace.js";
import type { MediaContent } from "../../protocol/content/content.js";
import { diagnoseContent } from "../../protocol/content/diagnosis/content.js";
import { decodeEnvelope } from "../../protocol/content/envelope.js";
import { ContentError } from "../../protocol/content/errors.js";
import { inspectPadding, unpad } from "../../protocol/content/padding.js";
import { parseUserMediaPath } from "../../protocol/media/paths.js";
import { withoutQuery } from "../media/store.js";
import { bytesOf, childNamed, childrenNamed, node, type StanzaNode } from "../../protocol/stanza/node.js";
import type { SignalMessage } from "../../signal/account.js";
import { diagnoseType } from "../../signal/diagnosis/type.js";
import { SignalError } from "../../signal/errors.js";
import type { UserContext } from "./context.js";
import { fetchFile, openFile } from "./files.js";
import { retryReceipt } from "./retry.js";
import { traceContent, traceDistribution, traceInspection, traceShared } from "./trace-form.js";

/** Opens what provider's users sent, records the result, and answers as a client must. */
export interface Opener {
  /** @param entry - `seq` of the stanza entry of this message. */
  open(message: StanzaNode, entry: number): Promise<void>;
}

/** For how many unopened messages the retries are counted. */
const maximumRemembered = 1000;

type Writable<Type> = { -readonly [Name in keyof Type]: Type[Name] };
type Finding = Pick<
  OpenedEntry,
  | "distributed"
  | "shared"
  | "inspection"
  | "padding"
  | "content"
  | "sentTo"
  | "file"
  | "error"
  | "field"
  | "message"
  | "diagnosis"
>;

/** A file that is not stored on Meta's own media host. */
interface Elsewhere {
  readonly elsewhere?: MediaContent;
}

export function createOpener(context: UserContext): Opener {
  const { account, book, faults, journal, profile, say } = context;
  /** Number of retry receipts by sender and message, until the message opens or is refused. */
  const retries = new Recent<string, number>(maximumRemembered);

  async function open(message: StanzaNode, entry: number): Promise<void> {
    const { id = "", from = "", participant } = message.attrs;
    learnFrom(message);
    const { elsewhere, ...finding } = await find(message);
    // Messages between simulated users have no stanza entry.
    const by = entry === 0 ? "harness" : "provider";
    const group = participant === undefined ? {} : { group: from };
    const sender = participant ?? from;
    journal.record({
      kind: "opened",
      by,
      of: entry,
      messageId: id,
      user: context.jid,
      from: sender,
      ...group,
      ...finding,
    });
    answer(message, finding.error);
    // In the background, so that a slow host does not delay later messages. The trace shows the result.
    if (elsewhere !== undefined) void fetchFile(context, { messageId: id, from: sender }, elsewhere);
  }

  /** Stanzas name their sender in both forms of address. */
  function learnFrom({ attrs }: StanzaNode): void {
    const sender = attrs["participant"] ?? attrs["from"];
    book.learn(sender, attrs["participant_lid"] ?? attrs["sender_lid"]);
    book.learn(attrs["participant_pn"] ?? attrs["sender_pn"], sender);
  }

  async function find(message: StanzaNode): Promise<Finding & Elsewhere> {
    const { from = "", participant = from } = message.attrs;
    const parts = sealedIn(message);
    if (typeof parts === "string") return { error: parts };
    const found: Writable<Finding & Elsewhere> = {};
    let decrypted: Uint8Array | undefined;
    try {
      for (const part of parts) {
        const inspection = inspect(part);
        if (inspection !== undefined) found.inspection = inspection;
        if (part.type === "skmsg") found.shared = traceShared(part.bytes);
        const plaintext = await decrypt(part, from, participant);
        decrypted = plaintext;
        found.padding = inspectPadding(plaintext);
        const { content, sentTo, senderKey } = decodeEnvelope(unpad(plaintext));
        if (senderKey !== undefined) {
          found.distributed = traceDistribution(senderKey.distribution);
          context.senderKeys.process(senderKey.group, deviceName(participant), senderKey.distribution);
        } else if (content === undefined) found.error = "content-empty";
        if (sentTo !== undefined) found.sentTo = sentTo;
        if (content !== undefined) found.content = traceContent(content);
        if (content?.type !== "media") continue;
        const path = withoutQuery(content.directPath);
        if (parseUserMediaPath(path) === undefined) found.elsewhere = content;
        else found.file = openFile(context, path, content);
      }
    } catch (thrown) {
      if (!(thrown instanceof SignalError || thrown instanceof ContentError)) throw thrown;
      found.error = thrown.code;
      found.message = thrown.message;
      const fit = thrown.fit ?? diagnosisOf(thrown, parts, decrypted);
      if (fit !== undefined) found.diagnosis = fit;
      if (thrown instanceof ContentError && thrown.field !== undefined) found.field = thrown.field;
    }
    return found;
  }

  async function decrypt(part: SealedPart, from: string, participant: string): Promise<Uint8Array> {
    const { type, bytes } = part;
    if (type === "skmsg") return context.senderKeys.decrypt(from, deviceName(participant), bytes);
    return (await account.decrypt(book.session(participant), { type, bytes })).plaintext;
  }

  function deviceName(address: string): string {
    const { name, device } = book.session(address);
    return `${name} ${device}`;
  }

  function answer(message: StanzaNode, error: string | undefined): void {
    const { id = "", from = "", participant } = message.attrs;
    if (error === undefined) {
      const names = [from, ...(participant === undefined ? [] : [participant])];
      const wish = faults.apply("opened-message", "receipt", { accounts: names, messageId: id });
      if (wish === "receipt") return receive(message);
      return askAgain(message, wish === "retry" ? profile.receipts.maximumRetries : Number.POSITIVE_INFINITY);
    }
    // Acknowledge a duplicate again, because the first answer may have been lost.
    if (error === "duplicate-message") return receive(message);
    const refusal = refusalCodes.get(error);
    if (refusal === undefined) askAgain(message);
    else refuse(message, refusal);
  }

  function receive({ attrs: { id = "", from = "", participant, recipient } }: StanzaNode): void {
    retries.delete(`${participant ?? from} ${id}`);
    // With `recipient` it is a copy from one of the user's own devices.
    const type = recipient === undefined ? undefined : "sender";
    say(node("receipt", { id, to: from, participant, recipient, type }));
  }

  function askAgain(message: StanzaNode, bound = profile.receipts.maximumRetries): void {
    const { id = "", from = "", participant = from } = message.attrs;
    const subject = `${participant} ${id}`;
    // A resend states its number, so that counting continues even if this side forgot it.
    const resend = Number(childNamed(message, "enc")?.attrs["count"] ?? 0) || 0;
    const count = Math.max(resend, retries.get(subject) ?? 0) + 1;
    if (count > bound) {
      retries.delete(subject);
      return refuse(message, "487");
    }
    retries.set(subject, count);
    const receipt = retryReceipt(context, message, count);
    say(faults.apply("retry-receipt", receipt, { accounts: [from], messageId: id }));
  }

  function refuse({ attrs: { id = "", from = "", participant } }: StanzaNode, error: string): void {
    say(node("ack", { class: "message", id, to: from, participant, error }));
  }

  return { open };
}

/** What is wrong with a message before anything is decrypted. */
export const envelopeErrorCodes = ["enc-missing", "enc-type-unknown"] as const;

export type EnvelopeErrorCode = (typeof envelopeErrorCodes)[number];

/** Errors that a retry would not fix, with the code of the negative acknowledgement (interop fact 78). */
const refusalCodes: ReadonlyMap<string, string> = new Map([
  ["enc-missing", "488"],
  ["enc-type-unknown", "490"],
  ["bad-padding", "487"],
  ["content-malformed", "491"],
  ["content-too-large", "491"],
  ["content-empty", "491"],
  ["content-ambiguous", "491"],
  ["content-missing-field", "491"],
  ["content-bad-field", "491"],
]);

/** One ciphertext of a message. A group message may have two: the key first, then the message. */
interface SealedPart {
  readonly type: SignalMessage["type"] | "skmsg";
  readonly bytes: Uint8Array;
}

function inspect({ type, bytes }: SealedPart): OpenedEntry["inspection"] {
  return type === "skmsg" ? undefined : traceInspection({ type, bytes });
}

/** The Signal messages in a stanza, or an error code if the stanza is invalid. */
function sealedIn(message: StanzaNode): readonly SealedPart[] | EnvelopeErrorCode {
  const parts: SealedPart[] = [];
  const inGroup = message.attrs["participant"] !== undefined;
  for (const enc of childrenNamed(message, "enc")) {
    const bytes = bytesOf(enc);
    const { type } = enc.attrs;
    if (bytes === undefined) continue;
    if (type !== "pkmsg" && type !== "msg" && !(type === "skmsg" && inGroup)) return "enc-type-unknown";
    parts.push({ type, bytes });
  }
  return parts.length === 0 ? "enc-missing" : parts;
}

/** The known mistake that explains a message without a form. */
function diagnosisOf(
  { code }: SignalError | ContentError,
  [part]: readonly SealedPart[],
  decrypted: Uint8Array | undefined,
): Fit | undefined {
  if (decrypted !== undefined)
    return code === "bad-padding" || code === "content-malformed" ? diagnoseContent(decrypted) : undefined;
  if (code !== "malformed-message" || part === undefined || part.type === "skmsg") return undefined;
  return diagnoseType({ type: part.type, bytes: part.bytes });
}
