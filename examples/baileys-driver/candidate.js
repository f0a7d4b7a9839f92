import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DisconnectReason, extractMessageContent, makeWASocket, useMultiFileAuthState } from "baileys";

const nothing = () => undefined;
const silent = { level: "silent", trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing };
const logger = { ...silent, fatal: nothing, child: () => logger };

/** How long a connection may take to come about. */
const patienceMs = 15_000;
/** `WebMessageInfo.Status`. */
const receiptTypes = new Map([
  [3, "delivered"],
  [4, "read"],
]);

/** One user of the client, with the reconnecting that the client's own examples leave to the application. */
export class Candidate {
  #settings;
  #folder;
  #auth;
  #socket;
  #wanted = false;
  #events = [];
  #sent = new Map();
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

  async send(to, content) {
    if (content.type !== "text") throw Object.assign(new Error("text only"), { code: "unsupported-content" });
    const { key, message } = await this.#socket.sendMessage(to, { text: content.text });
    this.#sent.set(key.id, message);
    return { id: key.id };
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

  #open() {
    const { meta, timing } = this.#settings;
    const socket = makeWASocket({
      waWebSocketUrl: meta.chatUrl,
      auth: this.#auth.state,
      logger,
      version: [2, 3000, 1],
      getMessage: async ({ id }) => this.#sent.get(id),
      shouldSyncHistoryMessage: () => false,
      ...(timing !== undefined && {
        keepAliveIntervalMs: timing.keepAliveMs,
        connectTimeoutMs: timing.replyMs,
        defaultQueryTimeoutMs: timing.replyMs,
      }),
    });
    this.#socket = socket;
    socket.ev.on("creds.update", this.#auth.saveCreds);
    socket.ev.on("connection.update", (update) => this.#onConnection(socket, update));
    socket.ev.on("messages.upsert", ({ messages }) => {
      for (const message of messages) this.#onMessage(message);
    });
    socket.ev.on("messages.update", (updates) => {
      for (const update of updates) this.#onUpdate(update);
    });
  }

  #onConnection(socket, update) {
    const { connection, lastDisconnect } = update;
    for (const listener of this.#listeners) listener(update);
    if (connection === undefined || socket !== this.#socket) return;
    const status = lastDisconnect?.error?.output?.statusCode;
    this.#report({ kind: "connection", state: connection, ...(status !== undefined && { reason: String(status) }) });
    if (connection !== "close" || !this.#wanted || status === DisconnectReason.loggedOut) return;
    setTimeout(() => this.#wanted && this.#open(), this.#settings.timing?.reconnectMs ?? 1000);
  }

  #onMessage({ key, message, status, messageStubParameters }) {
    // What happens while the client buffers its events comes as one event: own messages with the receipts they have got.
    if (key.fromMe) return this.#onUpdate({ key, update: { status, messageStubParameters } });
    // Out of the wrappers that a message may come in, as applications do it with the client's own function.
    const content = extractMessageContent(message);
    const text = content?.conversation ?? content?.extendedTextMessage?.text;
    if (text === undefined || text === null) return undefined;
    return this.#report({ kind: "message", id: key.id, from: key.remoteJid, content: { type: "text", text } });
  }

  #onUpdate({ key, update }) {
    const type = receiptTypes.get(update.status);
    if (type !== undefined) this.#report({ kind: "receipt", ids: [key.id], from: key.remoteJid, type });
    const error = update.messageStubParameters?.[0];
    if (error !== undefined) this.#report({ kind: "error", code: String(error), detail: key.id });
  }

  #report(event) {
    this.#events.push({ at: Date.now(), ...event });
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
