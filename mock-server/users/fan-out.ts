import { isGroup, serverOf } from "../../protocol/ids/jid.js";
import type { SenderKeyNotice } from "../../protocol/content/envelope.js";
import { node, type StanzaNode } from "../../protocol/stanza/node.js";
import { bare } from "./address-book.js";
import type { UserContext } from "./context.js";
import { type Draft, stanzaType } from "./drafts.js";
import { fetchBundles } from "./keys.js";
import { lookUpDevices } from "./requests.js";
import { partsOf, sealFor, type SealOptions } from "./seal.js";

/**
 * Encrypts a message to a user, once for each device of the receiver and of the sender (wire 3.6). Usually one stanza.
 * If a fault duplicates the share of a device, the whole message is sent twice. Held-back messages follow.
 */
export async function fanOutStanzas(context: UserContext, draft: Draft): Promise<readonly StanzaNode[]> {
  const own = ownAddress(context, draft.to);
  const devices = await lookUpDevices(context, [draft.to, own]);
  await openSessions(context, devices);
  const shares: SealedShare[] = [];
  for (const device of devices) {
    const toSelf = context.book.party(device) === context.book.party(context.jid);
    shares.push(await shareFor(context, draft, device, toSelf ? { sentTo: draft.to } : {}));
  }
  const stanza = messageOf(
    context,
    draft,
    shares.filter(({ copies }) => copies > 0),
    [],
  );
  const copies = Array.from({ length: Math.max(1, ...shares.map((share) => share.copies)) }, () => stanza);
  return [...copies, ...shares.flatMap(({ late }) => late)];
}

/** What one device gets. */
export interface Share {
  readonly device: string;
  readonly encs: readonly StanzaNode[];
}

interface SealedShare extends Share {
  /** How often the device gets it; 0 if it is held back. */
  readonly copies: number;
  /** Earlier messages for this device only that were held back until now. */
  readonly late: readonly StanzaNode[];
}

async function shareFor(
  context: UserContext,
  draft: Draft,
  device: string,
  options: { readonly sentTo?: string; readonly senderKey?: SenderKeyNotice } = {},
): Promise<SealedShare> {
  const names = namesOf(context, device);
  const stanzas = await sealFor(context, draft, device, { ...options, names });
  const [own, others] = [partsOf(stanzas), stanzas.filter((stanza) => stanza !== stanzas[0])];
  const late = others.map((stanza) => forOneDevice(context, stanza));
  return { device, encs: own, copies: stanzas.length - late.length, late };
}

/** A message for the device in its `to` and for no other. */
function forOneDevice(context: UserContext, stanza: StanzaNode, attrs: StanzaNode["attrs"] = {}): StanzaNode {
  const encs = partsOf([stanza]);
  return {
    ...stanza,
    attrs: { ...stanza.attrs, device_fanout: "false", ...attrs },
    content: [...encs, ...proofFor(context, encs)],
  };
}

export function messageOf(
  context: UserContext,
  draft: Draft,
  shares: readonly Share[],
  shared: readonly StanzaNode[],
): StanzaNode {
  const to = shares.map(({ device, encs }) => node("to", { jid: device }, encs));
  const participants = to.length === 0 ? [] : [node("participants", {}, to)];
  const encs = shares.flatMap((share) => share.encs);
  const children = [...participants, ...shared, ...proofFor(context, encs)];
  return node("message", { id: draft.id, to: draft.to, type: stanzaType(draft) }, children);
}

/** Encrypts a message again for one device that asked for it. */
export async function resendStanzas(
  context: UserContext,
  draft: Draft,
  device: string,
  options: SealOptions,
): Promise<readonly StanzaNode[]> {
  const stanzas = await sealFor(context, draft, device, { ...options, names: namesOf(context, device) });
  const inGroup = isGroup(draft.to);
  const group = inGroup ? { to: draft.to, participant: device } : {};
  const recipient = options.sentTo === undefined ? {} : { recipient: options.sentTo };
  return stanzas.map((stanza) => forOneDevice(context, stanza, { ...recipient, ...group }));
}

/** Opens missing sessions. Devices without keys get none. */
export async function openSessions(context: UserContext, devices: readonly string[]): Promise<void> {
  const { account, book } = context;
  const missing = devices.filter((device) => !account.hasSession(book.session(device)));
  for (const [device, bundle] of await fetchBundles(context, missing)) {
    await account.openSession(book.session(device), bundle);
  }
}

/** The user's own address, in the form that the chat uses. */
function ownAddress({ jid, lid }: UserContext, chat: string): string {
  return serverOf(chat) === "lid" && lid !== undefined ? lid : bare(jid);
}

function namesOf({ book }: UserContext, device: string): readonly string[] {
  const { name, device: number } = book.session(device);
  const lid = number === 0 ? name : name.replace("@", `:${number}@`);
  return [...new Set([device, bare(device), lid, name])];
}

/** Until the other side has answered, a device proves that it belongs to its user. The phone needs no proof. */
function proofFor({ identity }: UserContext, encs: readonly StanzaNode[]): readonly StanzaNode[] {
  const first = encs.some(({ attrs }) => attrs["type"] === "pkmsg");
  return identity === undefined || !first ? [] : [node("device-identity", {}, identity)];
}
