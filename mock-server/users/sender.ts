import { Recent } from "../../core/recent.js";
import type { SentMessage, UserContent } from "../../harness/ports/meta-side.js";
import { isGroup } from "../../protocol/ids/jid.js";
import { newMessageId } from "../../protocol/ids/message-id.js";
import type { StanzaNode } from "../../protocol/stanza/node.js";
import { kyberTagOf } from "../engine/key-bytes.js";
import type { UserContext } from "./context.js";
import { contentOf, type Draft } from "./drafts.js";
import { UserError } from "./errors.js";
import { fanOutStanzas, resendStanzas } from "./fan-out.js";
import { createGroupSender } from "./groups.js";
import { fetchBundle } from "./keys.js";
import { readRetryRequest, type RetryRequest } from "./retry.js";
import { sealFor } from "./seal.js";

/** Encrypts what the user sends, and encrypts it again for receivers that could not open it. */
export interface Sender {
  /** @throws UserError, or SignalError if the receiver's keys are invalid. */
  send(to: string, content: UserContent, id?: string): Promise<SentMessage>;
  /** Opens a session if there is none. Call it in the user's turn. @throws as `send`. */
  prepare(to: string): Promise<void>;
  /** Answers a retry receipt. Ignores one for an unknown message, and one beyond the limit. */
  resend(receipt: StanzaNode): Promise<void>;
  /** Members of a group have changed. */
  renewGroup(group: string): void;
}

/** How many of the newest messages can be encrypted again. */
const maximumKept = 1000;

/** Stops endless answers to a receiver that does not count its retries. Open clients have the same limit (wire 5.4). */
const maximumResends = 10;

export function createSender(context: UserContext): Sender {
  const { profile, account, random, book, turns } = context;
  const several = profile.accounts.model === "multi-device";
  const groups = createGroupSender(context);
  const sent = new Recent<string, Draft>(maximumKept);
  const resends = new Recent<string, number>(maximumKept);

  async function prepare(to: string): Promise<void> {
    const address = book.session(to);
    if (!account.hasSession(address)) await account.openSession(address, await fetchBundle(context, to));
  }

  async function stanzasOf(draft: Draft): Promise<readonly StanzaNode[]> {
    if (isGroup(draft.to)) return groups.stanzas(draft);
    if (several) return fanOutStanzas(context, draft);
    await prepare(draft.to);
    return sealFor(context, draft, draft.to);
  }

  /** Returns the server's answer as a promise, so that the turn ends before the answer comes. */
  async function transmit(draft: Draft): Promise<{ readonly answer: Promise<StanzaNode> | undefined }> {
    const stanzas = await stanzasOf(draft);
    sent.set(draft.id, draft);
    // The answer to a held-back message comes later, and no one waits for it.
    const answer = stanzas.length === 0 ? undefined : context.answers.wait(`message ${draft.id}`);
    for (const stanza of stanzas) context.say(stanza);
    return { answer };
  }

  /** Whether the device that asks was among the receivers. */
  function wasFor(draft: Draft, { from, device }: RetryRequest): boolean {
    if (!several) return draft.to === from;
    const parties = [draft.to, context.jid].map((address) => book.party(address));
    return draft.to === from || parties.includes(book.party(device));
  }

  async function sealAgain(draft: Draft, { device, count }: RetryRequest): Promise<readonly StanzaNode[]> {
    if (isGroup(draft.to)) {
      return resendStanzas(context, draft, device, { count, senderKey: groups.senderKey(draft.to) });
    }
    if (!several) return sealFor(context, draft, device, { count });
    const own = book.party(device) === book.party(context.jid);
    return resendStanzas(context, draft, device, { count, ...(own && { sentTo: draft.to }) });
  }

  return {
    prepare,
    async send(to, content, id = newMessageId(random)) {
      const draft = { id, to, content: contentOf(context, { id, to }, content) };
      const { answer } = await turns.take(() => transmit(draft));
      const error = (await answer)?.attrs["error"];
      if (error === undefined) return { id: draft.id };
      throw new UserError("user-message-refused", `Send to ${to}: found error ${error}, wanted the server to take it`);
    },

    async resend(receipt) {
      const request = readRetryRequest(receipt, kyberTagOf(profile));
      const draft = sent.get(request?.id ?? "");
      if (request === undefined || draft === undefined || !wasFor(draft, request)) return;
      const asked = `${draft.id} ${request.device}`;
      const before = resends.get(asked) ?? 0;
      if (request.count > profile.receipts.maximumRetries || before >= maximumResends) return;
      resends.set(asked, before + 1);
      const bundle = request.bundle ?? (await fetchBundle(context, request.device));
      // libsignal keeps the old session behind the new one, for messages that are still on their way.
      await account.openSession(book.session(request.device), bundle);
      for (const stanza of await sealAgain(draft, request)) context.say(stanza);
    },

    renewGroup: (group) => groups.renew(group),
  };
}
