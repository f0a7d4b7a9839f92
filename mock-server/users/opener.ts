import type { OpenedEntry } from "../../harness/model/trace.js";
import { decodeContent } from "../../protocol/content/decode.js";
import { ContentError } from "../../protocol/content/errors.js";
import { inspectPadding, unpad } from "../../protocol/content/padding.js";
import { bytesOf, childNamed, node, type StanzaNode } from "../../protocol/stanza/node.js";
import type { SignalMessage } from "../../signal/account.js";
import { addressOf } from "../../signal/address.js";
import { SignalError } from "../../signal/errors.js";
import type { UserContext } from "./context.js";
import { remember } from "./remember.js";
import { retryReceipt } from "./retry.js";
import { traceContent, traceInspection } from "./trace-form.js";

/** Opens what provider's users sent, records how that went, and answers as a client must. */
export interface Opener {
  /** @param entry - `seq` of the stanza entry of this message. */
  open(message: StanzaNode, entry: number): Promise<void>;
}

/** How many messages that did not open are counted at a time. */
const maximumRemembered = 1000;

type Finding = Pick<OpenedEntry, "inspection" | "padding" | "content" | "error">;

export function createOpener(context: UserContext): Opener {
  const { account, faults, journal, profile, say } = context;
  /** Retry receipts sent, by sender and message; forgotten when the message opens or is given up. */
  const retries = new Map<string, number>();

  async function open(message: StanzaNode, entry: number): Promise<void> {
    const { id = "", from = "" } = message.attrs;
    const finding = await find(message);
    journal.record({ kind: "opened", by: "provider", of: entry, messageId: id, user: context.jid, from, ...finding });
    answer(message, finding.error);
  }

  async function find(message: StanzaNode): Promise<Finding> {
    const sealed = sealedIn(message);
    if (typeof sealed === "string") return { error: sealed };
    const inspection = traceInspection(sealed);
    const found: { -readonly [Name in keyof Finding]: Finding[Name] } = inspection === undefined ? {} : { inspection };
    try {
      const { plaintext } = await account.decrypt(addressOf(message.attrs["from"] ?? ""), sealed);
      found.padding = inspectPadding(plaintext);
      found.content = traceContent(decodeContent(unpad(plaintext)));
    } catch (thrown) {
      if (!(thrown instanceof SignalError || thrown instanceof ContentError)) throw thrown;
      found.error = thrown.code;
    }
    return found;
  }

  function answer(message: StanzaNode, error: string | undefined): void {
    const { id = "", from = "" } = message.attrs;
    if (error === undefined) {
      const wish = faults.apply("opened-message", "receipt", { accounts: [from], messageId: id });
      if (wish === "receipt") return receive(message);
      return askAgain(message, wish === "retry" ? profile.receipts.maximumRetries : Number.POSITIVE_INFINITY);
    }
    // What was opened before has to be acknowledged again: the first answer may have been lost.
    if (error === "duplicate-message") return receive(message);
    const refusal = refusalCodes.get(error);
    if (refusal === undefined) askAgain(message);
    else refuse(message, refusal);
  }

  function receive({ attrs: { id = "", from = "" } }: StanzaNode): void {
    retries.delete(`${from} ${id}`);
    say(node("receipt", { id, to: from }));
  }

  function askAgain(message: StanzaNode, bound = profile.receipts.maximumRetries): void {
    const { id = "", from = "" } = message.attrs;
    const subject = `${from} ${id}`;
    // A resend says which one it is, so the count goes on even where this side forgot it.
    const resend = Number(childNamed(message, "enc")?.attrs["count"] ?? 0) || 0;
    const count = Math.max(resend, retries.get(subject) ?? 0) + 1;
    if (count > bound) {
      retries.delete(subject);
      return refuse(message, "487");
    }
    remember(retries, subject, count, maximumRemembered);
    const receipt = retryReceipt(context, message, count);
    say(faults.apply("retry-receipt", receipt, { accounts: [from], messageId: id }));
  }

  function refuse({ attrs: { id = "", from = "" } }: StanzaNode, error: string): void {
    say(node("ack", { class: "message", id, to: from, error }));
  }

  return { open };
}

/** What is wrong with a message before anything is decrypted. */
export const envelopeErrorCodes = ["enc-missing", "enc-type-unknown"] as const;

export type EnvelopeErrorCode = (typeof envelopeErrorCodes)[number];

/** Errors that another attempt would not mend, with the code of the negative acknowledgement (interop fact 78). */
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

/** The Signal message in a stanza, or the code of what is wrong with the stanza. */
function sealedIn(message: StanzaNode): SignalMessage | EnvelopeErrorCode {
  const enc = childNamed(message, "enc");
  const bytes = enc && bytesOf(enc);
  if (enc === undefined || bytes === undefined) return "enc-missing";
  const { type } = enc.attrs;
  return type === "pkmsg" || type === "msg" ? { type, bytes } : "enc-type-unknown";
}
