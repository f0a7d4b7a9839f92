import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DisconnectReason, makeWASocket, useMultiFileAuthState } from "baileys";
import { memberProgress, progress, reacted, shown, typing } from "./events.js";

const nothing = () => undefined;
const silent = { level: "silent", trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing };
const logger = { ...silent, fatal: nothing, child: () => logger };

/** How long a connection may take to come about. */
const patienceMs = 15_000;

/** One user of the client, with the reconnecting that the client's own examples leave to the application. */
export class Candidate {
  #settings;
  #folder;
  #auth;
  #socket;
  #wanted = false;
  #events = [];
  /** By id, as applications keep them: for answers, reactions and read receipts, and to send one again. */
  #messages = new Map();
  #composing = new Set();
  #listeners = new Set();

  static async create(settings) {
    const candidate = new Candidate();
    candidate.#settings = settings;
    candidate.#folder = await mkdtemp(join(tmpdir(), "baileys-driver-"));
    candidate.#auth = await useMultiFileAuthState(candidate.#folder);
    return candidate;
  }

  /** Shows a code, lets the endpoint's phone scan it, and waits until the client is sent away as paired. */
  async link() {
    if (this.#self !== "") {
      const message = "linking: a client that is linked shows no code; it would have to be installed anew";
      throw Object.assign(new Error(message), { code: "enlistment-rejected" });
    }
    const coded = this.#update(({ qr }) => qr !== undefined);
    this.#open();
    const { qr } = await coded;
    const paired = this.#update(({ connection }) => connection === "close");
    const body = new URLSearchParams({ code: qr });
    const response = await fetch(this.#settings.meta.enlistUrl, { method: "POST", body });
    const { status, login, reason } = await response.json();
    if (status !== "ok") throw Object.assign(new Error(`linking: ${reason}`), { code: "enlistment-rejected" });
    await paired;
    return { login };
  }

  async connect() {
    this.#wanted = true;
    const decided = this.#update(({ connection }) => connection === "open" || connection === "close");
    this.#open();
    const { connection, lastDisconnect } = await decided;
    if (connection === "open") return {};
    const reason = lastDisconnect?.error?.message ?? "closed";
    throw Object.assign(new Error(`connect: ${reason}`), { code: "connect-failed" });
  }

  async disconnect() {
    this.#wanted = false;
    await this.#socket?.end(undefined);
    return {};
  }

  async send(to, content, replyTo) {
    if (content.type !== "text") throw Object.assign(new Error("text only"), { code: "unsupported-content" });
    const quoted = replyTo === undefined ? undefined : this.#known(replyTo.id);
    return this.#said(await this.#socket.sendMessage(to, { text: content.text }, { quoted }));
  }

  async react(to, target, emoji) {
    const { key } = this.#known(target.id);
    return this.#said(await this.#socket.sendMessage(to, { react: { text: emoji, key } }));
  }

  async read(ids) {
    await this.#socket.readMessages(ids.map((id) => this.#known(id).key));
    return {};
  }

  async typing(to, state) {
    await this.#socket.sendPresenceUpdate(state, to);
    return {};
  }

  async takeEvents(timeoutMs) {
    if (this.#events.length === 0) {
      await this.#wait(() => this.#events.length > 0, timeoutMs).catch(nothing);
    }
    return { events: this.#events.splice(0) };
  }

  async dispose() {
    await this.disconnect();
    // The client may still be writing a key.
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 10 });
  }

  #said(message) {
    this.#messages.set(message.key.id, message);
    return { id: message.key.id };
  }

  #known(id) {
    const message = this.#messages.get(id);
    if (message === undefined) throw Object.assign(new Error(`no message ${id}`), { code: "unknown-message" });
    return message;
  }

  #open() {
    const { meta, timing: times } = this.#settings;
    const socket = makeWASocket({
      waWebSocketUrl: meta.chatUrl,
      auth: this.#auth.state,
      logger,
      version: [2, 3000, 1],
      getMessage: async ({ id }) => this.#messages.get(id)?.message,
      shouldSyncHistoryMessage: () => false,
      ...(times !== undefined && {
        keepAliveIntervalMs: times.keepAliveMs,
        connectTimeoutMs: times.replyMs,
        defaultQueryTimeoutMs: times.replyMs,
      }),
    });
    this.#socket = socket;
    const { ev } = socket;
    ev.on("creds.update", this.#auth.saveCreds);
    ev.on("connection.update", (update) => this.#onConnection(socket, update));
    ev.on("messages.upsert", ({ messages }) => {
      for (const message of messages) this.#onMessage(message);
    });
    ev.on("messages.update", (updates) => this.#report(updates.flatMap(progress)));
    ev.on("message-receipt.update", (updates) => this.#report(updates.map(memberProgress)));
    ev.on("messages.reaction", (all) => this.#report(this.#ofOthers(all).map((each) => reacted(each, this.#self))));
    ev.on("presence.update", (update) => this.#report(typing(update, this.#composing)));
  }

  get #self() {
    return this.#auth.state.creds.me?.id ?? "";
  }

  /** The client reports the user's own reactions like those of others. */
  #ofOthers(reactions) {
    return reactions.filter(({ reaction }) => reaction.key?.fromMe !== true);
  }

  #onConnection(socket, update) {
    const { connection, lastDisconnect } = update;
    for (const listener of this.#listeners) listener(update);
    if (connection === undefined || socket !== this.#socket) return;
    const status = lastDisconnect?.error?.output?.statusCode;
    this.#report([{ kind: "connection", state: connection, ...(status !== undefined && { reason: String(status) }) }]);
    if (connection !== "close" || !this.#wanted || status === DisconnectReason.loggedOut) return;
    setTimeout(() => this.#wanted && this.#open(), this.#settings.timing?.reconnectMs ?? 1000);
  }

  #onMessage(message) {
    const { key, status, messageStubParameters, userReceipt = [] } = message;
    // What happens while the client buffers its events comes as one event: own messages with the receipts they have got.
    if (key.fromMe) {
      this.#report(progress({ key, update: { status, messageStubParameters } }));
      return this.#report(userReceipt.map((receipt) => memberProgress({ key, receipt })));
    }
    this.#messages.set(key.id, message);
    const event = shown(message);
    return this.#report(event === undefined ? [] : [event]);
  }

  #report(events) {
    if (events.length === 0) return;
    this.#events.push(...events.map((event) => ({ at: Date.now(), ...event })));
    for (const listener of this.#listeners) listener({});
  }

  /** The first change of the connection from now on that fits. */
  #update(fits) {
    let found;
    return this.#wait((update) => (found ??= fits(update) ? update : undefined) !== undefined, patienceMs).then(
      () => found,
    );
  }

  #wait(done, ms) {
    return new Promise((resolve, reject) => {
      const listener = (update) => {
        if (!done(update)) return;
        end();
        resolve();
      };
      const timer = setTimeout(() => {
        end();
        reject(Object.assign(new Error(`nothing within ${ms} ms`), { code: "timed-out" }));
      }, ms);
      const end = () => {
        clearTimeout(timer);
        this.#listeners.delete(listener);
      };
      this.#listeners.add(listener);
    });
  }
}
