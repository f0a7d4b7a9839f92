import { Account } from "./account.js";
import { clientPayload, enlist } from "./enlistment.js";
import { Events } from "./events.js";
import { Failure, reasonOf } from "./failure.js";
import { Groups, isGroup } from "./groups.js";
import { KeyStore } from "./keys.js";
import { fromText, Recent, toText } from "./memory.js";
import { Receiver } from "./receiver.js";
import { draftOf, Sender } from "./sender.js";
import { Session } from "./session.js";
import { accountOf, childOf, childrenOf, node, server } from "./stanza.js";

const typingShownMs = 10_000;
/** The form of requests that Meta does not publish (profiles/whatsapp.json, `requests`). */
const interopRequests = "w:interop";

/** One user of the provider, with the client on the user's device. */
export class User {
  account = new Account();
  events = new Events();
  login;
  session;
  seen = new Recent();
  sent = new Recent();
  texts = new Recent();
  save;
  settings;
  files;
  #issueToken;
  #typing = new Map();
  #turn = Promise.resolve();

  /** `deps`: settings, files, issueToken(), store(text). `kept`: a user as `store` got it. */
  constructor({ settings, files, issueToken, store }, kept) {
    Object.assign(this, { settings, files });
    this.#issueToken = issueToken;
    this.save = () => store?.(() => toText({ ...this.#state, unread: this.events.waiting }));
    if (kept !== undefined) this.#restore(kept);
    this.#start();
  }

  get #state() {
    const { login, seen, sent } = this;
    return { login, account: this.account.export(), seen: [...seen], sent: [...sent] };
  }

  #restore(text) {
    const { login, account, seen, sent, unread = [] } = fromText(text);
    Object.assign(this, { login, account: new Account(account), seen: new Recent(seen), sent: new Recent(sent) });
    this.events.restore(unread);
  }

  /** The client on the device, anew. */
  #start() {
    const { account, settings } = this;
    this.keys = new KeyStore(this);
    this.sender = new Sender(this);
    this.receiver = new Receiver(this);
    this.groups = new Groups(this);
    account.onNewIdentity((contact) => this.#noticeIdentity(contact));
    this.session = new Session({
      settings,
      staticKey: account.noiseKey,
      payload: async () => clientPayload(this.login, await this.#issueToken()),
      onLogin: () => this.keys.check(),
      onStanza: (stanza) => this.#take(stanza),
      onState: (state, reason) => this.events.push({ kind: "connection", state, ...(reason && { reason }) }),
    });
  }

  async enlist() {
    await this.session.disconnect();
    this.login = await enlist(this.account, await this.#issueToken(), this.settings.meta);
    this.#start();
    this.save();
    return { login: this.login };
  }

  async connect() {
    if (this.login === undefined) throw new Failure("not-enlisted", "Connect: the user is not enlisted");
    await this.session.connect();
  }

  /** A push came. */
  wake() {
    // A failure is among the user's events.
    if (this.login !== undefined && !this.session.turnedAway) this.session.connect().catch(() => undefined);
  }

  async send(to, content, replyTo) {
    const contextInfo = replyTo && {
      stanzaId: replyTo.id,
      participant: replyTo.from,
      quotedMessage: { conversation: this.texts.get(replyTo.id) ?? "" },
    };
    const draft = draftOf(content, contextInfo, this);
    const id = await (isGroup(to) ? this.groups : this.sender).send(to, draft);
    this.texts.set(id, content.text ?? "");
    return { id };
  }

  async react(to, target, emoji) {
    const key = { remoteJid: to, fromMe: target.from === this.login, id: target.id };
    const reactionMessage = { key, text: emoji, senderTimestampMs: Date.now() };
    return { id: await this.sender.send(to, { type: "reaction", message: { reactionMessage } }) };
  }

  read(from, [id, ...further]) {
    const list = node(
      "list",
      {},
      further.map((each) => node("item", { id: each })),
    );
    this.session.send(node("receipt", { id, to: from, type: "read" }, further.length > 0 ? [list] : undefined));
  }

  typing(to, state) {
    this.session.send(node("chatstate", { to }, [node(state)]));
  }

  async block(action, contact) {
    await this.#ask("set", node("blocklist", {}, [node("item", { action, jid: contact })]));
  }

  async blocklist() {
    const answer = await this.#ask("get", node("blocklist"));
    const items = childrenOf(childOf(answer, "blocklist") ?? answer, "item");
    return { contacts: items.map(({ attrs }) => attrs.jid) };
  }

  async notify(contact) {
    await this.#ask("set", node("reachability", { jid: contact }));
  }

  async remove() {
    await this.#ask("set", node("remove"));
    await this.session.disconnect();
  }

  export() {
    return { state: toText(this.#state) };
  }

  async import(text) {
    await this.session.disconnect();
    this.#restore(text);
    this.account.restored(this.login);
    this.#start();
  }

  /** Answers of a client whose connection is gone are not missed: the server repeats the question. */
  answer(stanza) {
    if (this.session.online) this.session.send(stanza);
  }

  #ask(type, element) {
    return this.session.request({ type, xmlns: interopRequests, to: server }, [element]);
  }

  /** What changes sessions is dealt with in the order in which it came. */
  #later(task) {
    this.#turn = this.#turn.then(task).catch((thrown) => {
      this.events.push({ kind: "error", code: "stanza-failed", detail: reasonOf(thrown) });
    });
  }

  #take(stanza) {
    const { attrs, tag } = stanza;
    const from = accountOf(attrs.from);
    if (tag === "message") this.#later(() => (isGroup(from) ? this.groups : this.receiver).receive(stanza));
    else if (tag === "receipt") this.#receipt(stanza, from);
    else if (tag === "ack" && attrs.class === "message") this.session.settle("ack", attrs.id, stanza);
    else if (tag === "notification") this.#notification(stanza, from);
    else if (tag === "chatstate") this.#chatstate(stanza, from);
    else if (tag === "call") this.#echo(stanza);
  }

  /** The type is repeated where there was one, and never invented. */
  #echo({ tag, attrs }) {
    const { id, from: to, type, participant } = attrs;
    this.answer(node("ack", { class: tag, id, to, type, participant }));
  }

  #receipt(receipt, from) {
    this.#echo(receipt);
    const { id, type, participant } = receipt.attrs;
    const member = accountOf(participant);
    if (isGroup(from) ? member === undefined : from === undefined) return;
    if (type === "retry") {
      void (isGroup(from) ? this.groups.resend(receipt, from, member) : this.sender.resend(receipt, from));
      return;
    }
    const shown = type === "read" ? "read" : [undefined, "", "delivery", "inactive"].includes(type) && "delivered";
    if (!shown) return;
    const further = childrenOf(childOf(receipt, "list") ?? receipt, "item").map(({ attrs }) => attrs.id);
    const place = isGroup(from) ? { from: member, group: from } : { from };
    this.events.push({ kind: "receipt", ids: [id, ...further], ...place, type: shown });
  }

  #notification(notification, from) {
    const { type } = notification.attrs;
    if (type === "w:gp2") this.groups.noticed(notification);
    this.#echo(notification);
    if (type !== "encrypt") return;
    if (childOf(notification, "count") !== undefined) void this.keys.upload();
    if (from !== undefined && childOf(notification, "identity") !== undefined) {
      this.#later(async () => {
        await this.account.forget(from);
        this.#noticeIdentity(from);
      });
    }
  }

  #noticeIdentity(contact) {
    this.groups.newIdentity(contact);
    this.events.push({ kind: "security-notice", contact, reason: "identity-changed" });
  }

  /** Who says nothing more has stopped typing. */
  #chatstate(stanza, from) {
    const state = ["composing", "paused"].find((each) => childOf(stanza, each) !== undefined);
    if (state === undefined || from === undefined) return;
    const show = (shown) => {
      clearTimeout(this.#typing.get(from));
      this.events.push({ kind: "typing", from, state: shown });
    };
    show(state);
    if (state === "composing")
      this.#typing.set(
        from,
        setTimeout(() => show("paused"), typingShownMs),
      );
  }
}
