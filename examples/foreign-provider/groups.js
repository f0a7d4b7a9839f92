import { encodeMessage, pad, readMessage } from "./content.js";
import { Failure } from "./failure.js";
import { Recent } from "./memory.js";
import { encNode, givenKeys, newId, takenBy } from "./sender.js";
import { nacks } from "./receiver.js";
import { accountOf, bytesOf, childOf, childrenOf, node } from "./stanza.js";

const maximumResends = 10;

export const isGroup = (address) => address?.endsWith("@g.us") === true;

/** One user's groups: who is in them, messages out, and messages in (docs/wire.md, 5.6). */
export class Groups {
  #user;
  #members = new Map();
  /** By group, who has the user's key. */
  #holders = new Map();
  #sent = new Recent();

  constructor(user) {
    this.#user = user;
  }

  /** The contact has a new installation, which has no key. */
  newIdentity(contact) {
    for (const holders of this.#holders.values()) holders.delete(contact);
  }

  async send(group, draft) {
    const { account, login, save, sender, session } = this.#user;
    if (!session.online) throw new Failure("not-connected", "Send to a group: the user is not connected");
    const id = newId();
    const { type, message, mediatype } = draft;
    const content = encodeMessage(message);
    const { answer } = await sender.inTurn(async () => {
      const shares = await this.#shares(group);
      const bytes = await account.encryptForGroup(group, login, pad(content));
      this.#sent.set(id, { ...draft, group, resends: 0 });
      save();
      const participants = shares.length === 0 ? [] : [node("participants", {}, shares)];
      const enc = encNode({ type: "skmsg", bytes }, { mediatype });
      return {
        answer: session.exchange("ack", id, node("message", { id, to: group, type }, [...participants, enc])),
      };
    });
    await takenBy(answer, id);
    return id;
  }

  /** A member asks again: the message for this member alone, with the key. */
  async resend(receipt, group, member) {
    const { account, events, login, save, sender, session } = this.#user;
    const { id } = receipt.attrs;
    const sent = this.#sent.get(id);
    if (sent?.group !== group || sent.resends >= maximumResends) return;
    sent.resends += 1;
    const { type, message, mediatype } = sent;
    const count = childOf(receipt, "retry")?.attrs.count ?? "1";
    try {
      await sender.inTurn(async () => {
        if (!(await this.#isMember(group, member))) return;
        await sender.begin(member, givenKeys(receipt));
        const senderKeyDistributionMessage = { groupId: group, distribution: await account.senderKey(group, login) };
        const content = encodeMessage({ ...message, senderKeyDistributionMessage });
        const sealed = await account.encrypt(member, pad(content));
        save();
        const attrs = { id, to: group, participant: member, type };
        session.send(node("message", attrs, [encNode(sealed, { count, mediatype })]));
      });
    } catch (thrown) {
      events.push({ kind: "error", code: "resend-failed", detail: thrown.message });
    }
  }

  async receive(stanza) {
    const { receiver } = this.#user;
    const { from: group, participant } = stanza.attrs;
    const author = accountOf(participant);
    if (author === undefined) return receiver.refuse(stanza, nacks.unparsable, "message-malformed");
    if (!(await this.#isMember(group, author))) return receiver.refuse(stanza, nacks.other, "author-not-in-group");
    const encs = childrenOf(stanza, "enc");
    if (encs.length === 0 || encs.some(({ attrs }) => attrs.v !== "2" || !isKnown(attrs.type))) {
      return receiver.refuse(stanza, nacks.unknownType, "enc-type-unknown");
    }
    return receiver.judge(stanza, author, () => this.#open(group, author, encs));
  }

  /** Usually the author's key, and then what it opens. The key may be known already; the last part decides. */
  async #open(group, author, encs) {
    let found;
    for (const enc of encs) {
      try {
        const message = readMessage(await this.#decrypt(group, author, enc));
        const { groupId, distribution } = message.senderKeyDistributionMessage ?? {};
        if (groupId === group) await this.#user.account.takeSenderKey(group, author, distribution);
        found = message;
      } catch (thrown) {
        if (thrown.code !== "duplicate-message" || enc === encs.at(-1)) throw thrown;
      }
    }
    return found;
  }

  #decrypt(group, author, { attrs, content }) {
    const { account } = this.#user;
    const bytes = bytesOf({ content });
    return attrs.type === "skmsg"
      ? account.decryptFromGroup(group, author, bytes)
      : account.decrypt(author, attrs.type, bytes);
  }

  /** News of the server: who came and who went. */
  noticed({ attrs, ...notification }) {
    const { account, login, sender } = this.#user;
    const group = attrs.from;
    const created = childOf(childOf(notification, "create") ?? notification, "group");
    if (created !== undefined) this.#members.set(group, membersIn(created));
    for (const member of membersIn(childOf(notification, "add"))) this.#members.get(group)?.add(member);
    const gone = membersIn(childOf(notification, "remove"));
    for (const member of gone) this.#members.get(group)?.delete(member);
    if (gone.size === 0) return;
    // In turn: the message that is being made still needs the key that its readers got.
    void sender.inTurn(async () => {
      await account.renewSenderKey(group, login);
      this.#holders.delete(group);
    });
  }

  /** The user's key for each member that has not got it. */
  async #shares(group) {
    const { account, events, login, sender } = this.#user;
    const distribution = await account.senderKey(group, login);
    const content = encodeMessage({ senderKeyDistributionMessage: { groupId: group, distribution } });
    if (!this.#holders.has(group)) this.#holders.set(group, new Set());
    const holders = this.#holders.get(group);
    const shares = [];
    for (const member of this.#members.get(group) ?? (await this.#ask(group))) {
      if (member === login || holders.has(member)) continue;
      try {
        if (!account.hasSession(member)) await sender.begin(member);
        shares.push(node("to", { jid: member }, [encNode(await account.encrypt(member, pad(content)))]));
        holders.add(member);
      } catch (thrown) {
        // The others get the message all the same, and this member is tried again with the next one.
        events.push({ kind: "error", code: "member-left-out", detail: thrown.message });
      }
    }
    return shares;
  }

  /** Asks the server before it says no: a member's first message may come before the notice. */
  async #isMember(group, who) {
    if (this.#members.get(group)?.has(who)) return true;
    return this.#ask(group).then(
      (members) => members.has(who),
      () => false,
    );
  }

  async #ask(group) {
    const query = node("query", { request: "interactive" });
    const answer = await this.#user.session.request({ type: "get", xmlns: "w:g2", to: group }, [query]);
    const members = membersIn(childOf(answer, "group"));
    this.#members.set(group, members);
    return members;
  }
}

const isKnown = (type) => ["pkmsg", "msg", "skmsg"].includes(type);

function membersIn(holder = node("")) {
  return new Set(childrenOf(holder, "participant").flatMap(({ attrs }) => accountOf(attrs.jid) ?? []));
}
