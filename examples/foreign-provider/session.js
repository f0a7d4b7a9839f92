import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { Connection } from "./connection.js";
import { Failure } from "./failure.js";
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
  #alive;
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
  connect() {
    if (this.#online && this.#callers.length === 0) return Promise.resolve();
    const outcome = new Promise((resolve, reject) => this.#callers.push({ resolve, reject }));
    if (this.#alive === undefined) {
      this.#alive = new AbortController();
      void this.#live(this.#alive.signal);
    }
    return outcome;
  }

  async disconnect() {
    this.#alive?.abort();
    const closed = this.#connection?.end("left");
    await Promise.race([closed, pause(this.#times.replyMs, undefined, { ref: false })]);
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
      const fail = (code, why) => reject(new Failure(code, `Wait for the answer to ${id}: ${why}`));
      const timer = setTimeout(() => {
        this.#waiting.delete(`${kind} ${id}`);
        fail("no-reply", `none within ${replyMs} ms`);
      }, replyMs);
      this.#waiting.set(`${kind} ${id}`, { resolve, fail, timer });
    });
  }

  settle(kind, id, answer) {
    const waiting = this.#waiting.get(`${kind} ${id}`);
    this.#waiting.delete(`${kind} ${id}`);
    clearTimeout(waiting?.timer);
    waiting?.resolve(answer);
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
    for (;;) {
      const begun = Date.now();
      const end = await this.#visit(signal, history);
      if (Date.now() - begun > stablePauses * reconnectMs) Object.assign(history, { attempts: 0, restarts: 0 });
      const next = this.#next(end, signal, history);
      if (end.wasOnline || next === "stop")
        this.#deps.onState(next === "stop" ? "disconnected" : "reconnecting", end.why);
      if (next === "stop") {
        this.turnedAway = end.final === true;
        break;
      }
      if (next === "at-once") history.restarts += 1;
      const factor = 2 ** Math.min(history.attempts + (next === "much-later" ? 3 : 0), maximumDoublings);
      if (next !== "at-once") history.attempts += 1;
      const wait = next === "at-once" ? 0 : reconnectMs * factor * (1 + Math.random() / 2);
      await pause(wait, undefined, { signal }).catch(() => undefined);
    }
    this.#alive = undefined;
    const { why } = this.#lastEnd;
    for (const { reject } of this.#callers.splice(0)) reject(new Failure("connect-failed", `Connect: ${why}`));
  }

  #lastEnd = { why: "left" };

  #next(end, signal, { attempts, restarts, everOnline }) {
    this.#lastEnd = end;
    const outOfPatience = this.#callers.length > 0 && attempts + 1 >= patience;
    if (signal.aborted || end.final || outOfPatience) return "stop";
    // What fails at the first attempt and was no answer of the server is the user's to decide.
    if (end.next === undefined) return everOnline ? "later" : "stop";
    return end.next === "at-once" && restarts >= maximumRestarts ? "later" : end.next;
  }

  /** From the handshake to the end of one connection. Resolves with the reason. */
  async #visit(signal, history) {
    const { settings, staticKey, payload, onStanza, onLogin, onState } = this.#deps;
    const sealed = await payload();
    if (signal.aborted) return { why: "left" };
    const { chatUrl, tlsCa, rootKey } = settings.meta;
    return new Promise((resolve) => {
      let told;
      let timer;
      const connection = new Connection({
        url: chatUrl,
        ca: tlsCa,
        integrator: settings.integrator.id,
        rootKey: Buffer.from(rootKey, "hex"),
        staticKey,
        payload: sealed,
        onStanza: (stanza) => {
          if (stanza.tag === "success") return void success();
          told = endTold(stanza);
          if (told !== undefined) return void connection.end(told.why);
          if (stanza.tag === "iq" && this.#answered(stanza)) return undefined;
          return onStanza(stanza);
        },
        onEnd: (why) => {
          clearTimeout(timer);
          const wasOnline = this.#online;
          this.#online = false;
          this.#connection = undefined;
          for (const { fail, timer: each } of this.#waiting.values()) {
            clearTimeout(each);
            fail("connection-ended", "the connection ended before");
          }
          this.#waiting.clear();
          resolve({ why, wasOnline, ...told });
        },
      });
      this.#connection = connection;
      const silent = () => void connection.end("the server is silent");
      timer = setTimeout(silent, Math.min(longestHelloMs, 3 * this.#times.replyMs));
      const beat = () => {
        const { keepAliveMs } = this.#times;
        timer = setTimeout(
          () =>
            void this.request({ type: "get", xmlns: "w:p", to: server }).then(beat, ({ code }) =>
              code === "request-refused" ? beat() : silent(),
            ),
          keepAliveMs * (0.7 + 0.2 * Math.random()),
        );
      };
      const success = async () => {
        if (this.#online) return;
        clearTimeout(timer);
        this.#online = true;
        history.everOnline = true;
        beat();
        onState("connected");
        await onLogin();
        if (connection === this.#connection) for (const { resolve: done } of this.#callers.splice(0)) done();
      };
    });
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
