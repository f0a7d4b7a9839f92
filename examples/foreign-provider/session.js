import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { Connection } from "./connection.js";
import { Failure, reasonOf } from "./failure.js";
import { childOf, node, server } from "./stanza.js";

/** Times of open clients (docs/wire.md, 1.2 and 1.5), where the harness gives no shorter ones. */
const usualTimes = { keepAliveMs: 25_000, replyMs: 10_000, reconnectMs: 1000 };
const longestHelloMs = 20_000;

const passingFailures = new Set(["413", "414", "500", "503"]);
const finalStreamErrors = new Set(["401", "403", "409", "516"]);
const maximumDoublings = 6;
/** How many attempts one call to connect may take, and how often "restart" in a row is believed. */
const patience = 5;
const maximumRestarts = 3;
/** A connection that lasted so many pauses was a good one. */
const stablePauses = 30;

/** A user's line to the server: logs in, pings, and comes back after a loss. */
export class Session {
  #deps;
  #times;
  #connection;
  #online = false;
  /** The connections, one after the other, while the user wants to be connected. */
  #living;
  #leaving;
  #timer;
  #waiting = new Map();
  #callers = [];
  #ids = { prefix: randomBytes(4).toString("hex"), count: 0 };
  /** True after a refusal: only the user may try again. */
  turnedAway = false;

  /** `deps`: settings, staticKey, payload() of the login, onLogin(), onStanza(stanza), onState(state, reason). */
  constructor(deps) {
    this.#deps = deps;
    this.#times = { ...usualTimes, ...deps.settings.timing };
  }

  get online() {
    return this.#online;
  }

  /** Resolves when logged in, or rejects with `connect-failed`. */
  async connect() {
    // Who comes back waits until the leaving is over.
    if (this.#leaving?.signal.aborted) await this.#living;
    if (this.#online && this.#callers.length === 0) return undefined;
    const outcome = new Promise((resolve, reject) => this.#callers.push({ resolve, reject }));
    if (this.#living === undefined) {
      this.#leaving = new AbortController();
      this.#living = this.#live(this.#leaving.signal);
    }
    return outcome;
  }

  async disconnect() {
    this.#leaving?.abort();
    await this.#connection?.end("left");
    await this.#living;
  }

  send(stanza) {
    if (!this.#online) throw new Failure("not-connected", `Send a ${stanza.tag}: the user is not connected`);
    this.#connection.send(stanza);
  }

  /** Sends `iq` with an id of its own; resolves with the result, rejects with `request-refused` for an error. */
  async request(attrs, content) {
    const id = this.nextId();
    const answer = await this.exchange("iq", id, node("iq", { id, ...attrs }, content));
    if (answer.attrs.type !== "error") return answer;
    const code = childOf(answer, "error")?.attrs.code ?? "without a code";
    throw new Failure("request-refused", `Ask the server: found error ${code} in the answer to ${id}`);
  }

  /** Sends a stanza and resolves with the one that `settle` gets for the same kind and id. */
  exchange(kind, id, stanza) {
    this.send(stanza);
    const { replyMs } = this.#times;
    return new Promise((resolve, reject) => {
      const fail = (code, why) => {
        this.#forget(kind, id);
        reject(new Failure(code, `Wait for the answer to ${id}: ${why}`));
      };
      const timer = setTimeout(() => fail("no-reply", `none within ${replyMs} ms`), replyMs);
      this.#waiting.set(`${kind} ${id}`, { resolve, fail, timer });
    });
  }

  settle(kind, id, answer) {
    this.#forget(kind, id)?.resolve(answer);
  }

  #forget(kind, id) {
    const waiting = this.#waiting.get(`${kind} ${id}`);
    this.#waiting.delete(`${kind} ${id}`);
    clearTimeout(waiting?.timer);
    return waiting;
  }

  nextId() {
    this.#ids.count += 1;
    return `${this.#ids.prefix}-${this.#ids.count}`;
  }

  /** One connection after the other, until the user leaves or the server says no. */
  async #live(signal) {
    const { reconnectMs } = this.#times;
    const history = { attempts: 0, restarts: 0, everOnline: false };
    this.turnedAway = false;
    let end;
    for (;;) {
      const begun = Date.now();
      end = await this.#visit(signal, history).catch((thrown) => ({ why: reasonOf(thrown), final: true }));
      if (Date.now() - begun > stablePauses * reconnectMs) Object.assign(history, { attempts: 0, restarts: 0 });
      const next = this.#next(end, signal, history);
      if (next === "stop") break;
      if (end.wasOnline) this.#deps.onState("reconnecting", end.why);
      await pause(this.#pauseMs(next, history), undefined, { signal }).catch(() => undefined);
    }
    this.#living = undefined;
    this.#deps.onState("disconnected", end.why);
    this.turnedAway = end.final === true;
    for (const { reject } of this.#callers.splice(0)) reject(new Failure("connect-failed", `Connect: ${end.why}`));
  }

  #next(end, signal, { attempts, restarts, everOnline }) {
    const outOfPatience = this.#callers.length > 0 && attempts + 1 >= patience;
    if (signal.aborted || end.final || outOfPatience) return "stop";
    // What fails at the first attempt and was no answer of the server is the user's to decide.
    if (end.next === undefined) return everOnline ? "later" : "stop";
    return end.next === "at-once" && restarts >= maximumRestarts ? "later" : end.next;
  }

  /** Twice as long after each attempt, and never quite the same. */
  #pauseMs(next, history) {
    if (next === "at-once") {
      history.restarts += 1;
      return 0;
    }
    const doublings = Math.min(history.attempts + (next === "much-later" ? 3 : 0), maximumDoublings);
    history.attempts += 1;
    return this.#times.reconnectMs * 2 ** doublings * (1 + Math.random() / 2);
  }

  /** From the handshake to the end of one connection. Resolves with the reason. */
  async #visit(signal, history) {
    const { settings, staticKey, onStanza } = this.#deps;
    const payload = await this.#deps.payload();
    if (signal.aborted) return { why: "left" };
    const { chatUrl, tlsCa, rootKey } = settings.meta;
    return new Promise((resolve) => {
      let told;
      this.#connection = new Connection({
        url: chatUrl,
        ca: tlsCa,
        integrator: settings.integrator.id,
        rootKey: Buffer.from(rootKey, "hex"),
        staticKey,
        payload,
        onStanza: (stanza) => {
          told = endTold(stanza);
          if (told !== undefined) void this.#connection.end(told.why);
          else if (stanza.tag === "success") void this.#success(history);
          else if (stanza.tag !== "iq" || !this.#answered(stanza)) onStanza(stanza);
        },
        onEnd: (why) => resolve({ why, wasOnline: this.#offline(), ...told }),
      });
      const helloMs = Math.min(longestHelloMs, 3 * this.#times.replyMs);
      this.#timer = setTimeout(() => void this.#connection?.end("the server is silent"), helloMs);
    });
  }

  /** A second success on the same connection means nothing new. */
  async #success(history) {
    if (this.#online) return;
    const connection = this.#connection;
    clearTimeout(this.#timer);
    this.#online = true;
    history.everOnline = true;
    this.#beat();
    this.#deps.onState("connected");
    await this.#deps.onLogin();
    if (connection === this.#connection) for (const { resolve } of this.#callers.splice(0)) resolve();
  }

  /** Whether the user was online until now. */
  #offline() {
    const wasOnline = this.#online;
    clearTimeout(this.#timer);
    this.#online = false;
    this.#connection = undefined;
    for (const { fail } of this.#waiting.values()) fail("connection-ended", "the connection ended before");
    return wasOnline;
  }

  /** Pings one at a time; the next pause begins with the answer. */
  #beat() {
    const connection = this.#connection;
    const ping = async () => {
      const failed = await this.request({ type: "get", xmlns: "w:p", to: server }).catch(({ code }) => code);
      if (connection !== this.#connection) return;
      if (failed === "no-reply") void connection.end("the server is silent");
      else this.#beat();
    };
    this.#timer = setTimeout(() => void ping(), this.#times.keepAliveMs * (0.7 + 0.2 * Math.random()));
  }

  /** Takes results, errors and pings. */
  #answered(iq) {
    const { id, type, xmlns } = iq.attrs;
    if (type === "result" || type === "error") this.settle("iq", id, iq);
    else if (type === "get" && (xmlns === "urn:xmpp:ping" || xmlns === "w:p")) {
      this.#connection?.send(node("iq", { id, type: "result", to: server }));
    } else return false;
    return true;
  }
}

/** What the server says about the connection itself (docs/wire.md, 3.2 and 3.3); undefined for other stanzas. */
function endTold(stanza) {
  switch (stanza.tag) {
    case "failure": {
      const { reason = "500" } = stanza.attrs;
      return { why: `failure ${reason}`, ...(passingFailures.has(reason) ? { next: "later" } : { final: true }) };
    }
    case "stream:error": {
      const { code = "" } = stanza.attrs;
      if (childOf(stanza, "conflict") !== undefined) return { why: "conflict", final: true };
      const why = `stream error ${code}`;
      if (finalStreamErrors.has(code)) return { why, final: true };
      return { why, next: code === "515" ? "at-once" : code === "429" ? "much-later" : "later" };
    }
    case "xmlstreamend":
      return { why: "stream end" };
    default:
      return undefined;
  }
}
