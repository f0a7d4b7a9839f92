import { concat } from "../../core/bytes.js";
import { encodeContent } from "../../protocol/content/encode.js";
import { encodeEnvelope } from "../../protocol/content/envelope.js";
import { node, type StanzaNode } from "../../protocol/stanza/node.js";
import type { UserContext } from "./context.js";
import { type Draft, encAttributes } from "./drafts.js";
import { messageOf, openSessions, type Share } from "./fan-out.js";
import { lookUpDevices, membersOf } from "./requests.js";
import { padding } from "./seal.js";
import { traceContent } from "./trace-form.js";

/** Encrypts messages to groups: each message once for all devices, after each device got the key once (wire 5.6). */
export interface GroupSender {
  /** Usually one stanza; faults may make it more. */
  stanzas(draft: Draft): Promise<readonly StanzaNode[]>;
  /** The key, for a device that could not open a message. */
  senderKey(group: string): { readonly group: string; readonly distribution: Uint8Array };
  /** Members have changed: the remaining ones get a new key with the next message. */
  renew(group: string): void;
}

export function createGroupSender(context: UserContext): GroupSender {
  const { account, book, faults, journal, outbox, senderKeys } = context;
  const holders = new Map<string, Set<string>>();

  function senderKey(group: string): { readonly group: string; readonly distribution: Uint8Array } {
    return { group, distribution: senderKeys.distribution(group) };
  }

  async function keyShares(draft: Draft): Promise<readonly Share[]> {
    const devices = await receiversOf(context, draft.to);
    const known = holders.get(draft.to) ?? new Set<string>();
    holders.set(draft.to, known);
    const missing = devices.filter((device) => !known.has(device));
    await openSessions(context, missing);
    const notice = encodeEnvelope({ senderKey: senderKey(draft.to) });
    const shares: Share[] = [];
    for (const device of missing) {
      const { type, bytes } = await account.encrypt(book.session(device), concat(notice, padding(context)));
      const place = { accounts: [device], messageId: draft.id };
      shares.push({ device, encs: faults.apply("key-share", [node("enc", { v: "2", type }, bytes)], place) });
      known.add(device);
    }
    return shares.filter(({ encs }) => encs.length > 0);
  }

  return {
    senderKey,
    renew(group) {
      holders.delete(group);
      senderKeys.renew(group);
    },
    async stanzas(draft) {
      const shares = await keyShares(draft);
      const { id, to, content } = draft;
      const place = { accounts: [to], messageId: id };
      const plain = { content: encodeContent(content), padding: padding(context) };
      const given = faults.apply("plaintext", plain, place);
      const bytes = senderKeys.encrypt(to, concat(given.content, given.padding));
      journal.record({
        kind: "sealed",
        by: "harness",
        messageId: id,
        user: context.jid,
        to,
        content: traceContent(content),
      });
      const enc = node("enc", { v: "2", type: "skmsg", ...encAttributes(draft) }, bytes);
      return outbox.pass(messageOf(context, draft, shares, [enc]), plain.content, place);
    },
  };
}

/** All devices of all members except the sending device. @throws UserError `user-request-refused`. */
async function receiversOf(context: UserContext, group: string): Promise<readonly string[]> {
  const members = await membersOf(context, group);
  if (context.profile.accounts.model === "multi-device") return lookUpDevices(context, members);
  return members.filter((jid) => jid !== context.jid);
}
