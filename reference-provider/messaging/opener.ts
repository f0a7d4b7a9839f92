import type { Content } from "../../protocol/content/content.js";
import { decodeEnvelope } from "../../protocol/content/envelope.js";
import { ContentError } from "../../protocol/content/errors.js";
import { bytesOf, type StanzaNode } from "../../protocol/stanza/node.js";
import { addressOf } from "../../signal/address.js";
import { SignalError, type SignalErrorCode } from "../../signal/errors.js";
import { noticeIdentityChange, noticeSameKeys } from "../account/contacts.js";
import type { UserContext } from "../account/context.js";
import type { MessageProblem } from "../behaviour/messaging.js";
import { nackCodes } from "../stanzas/acks.js";
import type { Incoming } from "../stanzas/messages.js";

/** The outcome of opening a message. */
export type Opened =
  | { readonly outcome: "content"; readonly content: Content }
  /** Decrypted, but `bytes` contain no message. */
  | { readonly outcome: "bad-content"; readonly problem: MessageProblem; readonly bytes: Uint8Array }
  | { readonly outcome: "duplicate" }
  /** It may open when it is sent again with fresh keys. */
  | { readonly outcome: "undecryptable"; readonly code: SignalErrorCode }
  | { readonly outcome: "refused"; readonly problem: MessageProblem };

/** Opens a message of `contact`: Signal, padding, protobuf. One outcome for each `enc` that is looked at. */
export async function openMessage(
  context: UserContext,
  message: Incoming,
  contact: string,
): Promise<readonly Opened[]> {
  const encs = context.behaviour.messaging.encs(message.stanza);
  if (encs.length === 0) return [openPlaintext(context, message)];
  const opened: Opened[] = [];
  // One after the other: each moves the session on.
  for (const enc of encs) opened.push(await openEnc(context, message, contact, enc));
  return opened;
}

async function openEnc(context: UserContext, message: Incoming, contact: string, enc: StanzaNode): Promise<Opened> {
  const { account, behaviour } = context;
  const address = addressOf(message.from);
  const version = enc.attrs["v"];
  const named = enc.attrs["type"] ?? "";
  const type = behaviour.messaging.encType(named, account.hasSession(address));
  if (type === undefined || !behaviour.messaging.acceptsEncVersion(version)) {
    return refused(
      nackCodes.unknownType,
      "enc-type-unknown",
      `enc of type "${named}" and version ${version ?? "none"}`,
    );
  }
  try {
    const bytes = bytesOf(enc) ?? new Uint8Array(0);
    const { plaintext, identityChanged } = await behaviour.sessions.decrypt(account, address, { type, bytes });
    if (identityChanged) noticeIdentityChange(context, contact, "message");
    else if (type === "pkmsg") noticeSameKeys(context, contact, "message");
    return read(plaintext, () => behaviour.messaging.unwrap(behaviour.messaging.unpad(plaintext)));
  } catch (thrown) {
    if (!(thrown instanceof SignalError)) throw thrown;
    if (thrown.code === "duplicate-message") return { outcome: "duplicate" };
    return { outcome: "undecryptable", code: thrown.code };
  }
}

/** A plaintext message would be an encryption downgrade, because anyone who can write to the stream can add one. */
function openPlaintext({ behaviour }: UserContext, message: Incoming): Opened {
  const plaintext = behaviour.messaging.readPlaintext(message.stanza);
  if (plaintext !== undefined) return read(plaintext, () => plaintext);
  return refused(nackCodes.unknownStanza, "not-encrypted", "a message without encrypted content");
}

/** The content of a message that has none; its only field is the key. */
export const senderKeyAlone: Content = { type: "unknown", fields: [2] };

function read(bytes: Uint8Array, content: () => Uint8Array): Opened {
  try {
    // A sender key alone is for the client, and no content.
    return { outcome: "content", content: decodeEnvelope(content()).content ?? senderKeyAlone };
  } catch (thrown) {
    if (!(thrown instanceof ContentError)) throw thrown;
    const problem = { error: nackCodes.badContent, code: thrown.code, detail: thrown.message };
    return { outcome: "bad-content", problem, bytes };
  }
}

function refused(error: string, code: string, found: string): Opened {
  const problem = { error, code, detail: `Open message: found ${found}, wanted an enc of version 2, pkmsg or msg` };
  return { outcome: "refused", problem };
}
