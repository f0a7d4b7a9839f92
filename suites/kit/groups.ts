import type { ProviderUser } from "../../harness/ports/provider-side.js";
import type { WhatsAppUser } from "../../harness/ports/meta-side.js";
import { isGroup } from "../../protocol/ids/jid.js";
import { childOf, childrenOf, type DriveContext, type EntryOf, type StanzaEntry, type Trace } from "./index.js";
import { openedMessages, sealedMessages } from "./texts.js";
import { fromNow, isAnswerTo } from "./waiting.js";

type Opened = EntryOf<"opened">;

/** How many times the usual patience the news of a group is waited for. */
const newsPatience = 3;

/**
 * A conversation of several. What it has once waited for in vain it does not wait for again: a provider that cannot do one
 * thing would otherwise hold up everything else.
 */
export interface GroupTalk {
  readonly group: string;
  /** The provider's user writes; resolves with the id when all of `members` could read it. */
  says(text: string, ...members: readonly WhatsAppUser[]): Promise<string | undefined>;
  /** A member writes; resolves with the id when the provider's user has seen it and answered. */
  hears(member: WhatsAppUser, text: string): Promise<string>;
  /** Waits until the provider's user has seen a message of a member and answered. */
  seen(id: string): Promise<void>;
  /** The same for the last message, even after waits in vain: what came before it is dealt with by then. */
  settled(id: string): Promise<void>;
  change(change: "add" | "remove", member: WhatsAppUser): Promise<void>;
}

/**
 * `founder` makes a group of these members and `alice`, who has acknowledged the news when this resolves. Undefined when
 * she has not: a provider that does not know the group cannot be tested on it.
 */
export async function startGroup(
  context: DriveContext,
  alice: ProviderUser,
  founder: WhatsAppUser,
  members: readonly WhatsAppUser[],
): Promise<GroupTalk | undefined> {
  const { wait } = context;

  /** Changes the group, and waits until the provider has acknowledged the news; undefined when it does not. */
  async function noticed<Result>(change: () => Promise<Result>): Promise<Result | undefined> {
    const since = fromNow(context);
    const result = await change();
    const isAck = ({ direction, node }: StanzaEntry): boolean =>
      direction === "in" && node.attrs["class"] === "notification" && isGroup(node.attrs["to"]);
    // Everything else rests on it, so a slow moment must not decide.
    const ack = await wait("stanza", isAck, { times: newsPatience, ...since });
    return ack && result;
  }

  let shows = true;
  let answers = true;
  let isRead = true;

  async function seen(id: string): Promise<void> {
    if (shows) shows = (await alice.event("message", (event) => event["id"] === id)) !== undefined;
    if (answers) answers = (await wait("stanza", isAnswerTo(id))) !== undefined;
  }

  const group = await noticed(() => founder.createGroup("Plans", [...members.map(({ jid }) => jid), alice.login]));
  if (group === undefined) return undefined;
  return {
    group,
    async says(text, ...readers) {
      const sent = await alice.trySend(group, { type: "text", text });
      if (!sent.ok) return undefined;
      const { id } = sent.result;
      for (const { jid } of readers) {
        const opens = ({ user, messageId, error }: Opened): boolean =>
          user === jid && messageId === id && error === undefined;
        if (isRead) isRead = (await wait("opened", opens)) !== undefined;
      }
      return id;
    },
    async hears(member, text) {
      const { id } = await member.send(group, { type: "text", text });
      await seen(id);
      return id;
    },
    seen,
    async settled(id) {
      shows = answers = true;
      await seen(id);
    },
    async change(change, { jid }) {
      await noticed(async () => founder.changeGroup(change, group, [jid]));
    },
  };
}

/** Messages of the provider's user to a group, as its members opened them. */
export function openedInGroup(trace: Trace): readonly Opened[] {
  return openedMessages(trace).filter(({ group }) => group !== undefined);
}

/** The same without those that were sealed again for one member. */
export function openedShared(trace: Trace): readonly Opened[] {
  return openedInGroup(trace).filter(({ shared }) => shared !== undefined);
}

/** Messages of the provider's users to a group, resent ones included. */
export function groupMessages(trace: Trace): readonly StanzaEntry[] {
  return trace.stanzas.fromProvider.tag("message").where(({ node }) => isGroup(node.attrs["to"])).list;
}

/** Messages of a group on their way to the provider's user. */
export function groupDeliveries(trace: Trace): readonly StanzaEntry[] {
  return trace.stanzas.toProvider.tag("message").where(({ node }) => isGroup(node.attrs["from"])).list;
}

export function deliveriesOf(trace: Trace, id: string): readonly StanzaEntry[] {
  return groupDeliveries(trace).filter(({ node }) => node.attrs["id"] === id);
}

/** Messages of a group that no member sent, delivered after a fault that makes such. */
export function strangersAfter(trace: Trace, fault: EntryOf<"fault">): readonly StanzaEntry[] {
  const sent = new Set(sealedMessages(trace).map(({ messageId }) => messageId));
  return groupDeliveries(trace.after(fault)).filter(({ node }) => !sent.has(node.attrs["id"] ?? ""));
}

/** The server gave the provider all keys that it asked for. Whether its requests are in order is judged by m2-channel/key-fetch. */
export function gotKeys(trace: Trace): boolean {
  return trace.stanzas.toProvider.tag("iq").attr("type", "error").list.length === 0;
}

/** To whom a message gives a ciphertext of its own: the key, or what was asked for again. */
export function shareHolders({ node }: StanzaEntry): readonly string[] {
  const { participant } = node.attrs;
  const shares = childrenOf(childOf(node, "participants"), "to").flatMap(({ attrs }) => attrs["jid"] ?? []);
  return participant === undefined ? shares : [...shares, participant];
}

/** The news of members that came or went, on its way to the provider, oldest first. */
export function membershipNews(trace: Trace, change: "create" | "add" | "remove"): readonly StanzaEntry[] {
  return trace.stanzas.toProvider.tag("notification").attr("type", "w:gp2").withChild(change).list;
}

/** Whom such news name. */
export function membersIn({ node }: StanzaEntry, change: "create" | "add" | "remove"): readonly string[] {
  const element = childOf(node, change);
  const holder = change === "create" ? childOf(element, "group") : element;
  return childrenOf(holder, "participant").flatMap(({ attrs }) => attrs["jid"] ?? []);
}
