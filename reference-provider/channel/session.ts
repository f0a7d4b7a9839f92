import { toHex } from "../../core/bytes.js";
import type { Clock, Timer } from "../../core/clock.js";
import type { Random } from "../../core/random.js";
import type { ClientPayload } from "../../protocol/noise/client-payload.js";
import { generateKeyPair, type KeyPair } from "../../protocol/noise/keys.js";
import { childNamed, type StanzaNode } from "../../protocol/stanza/node.js";
import type { ChannelBehaviour } from "../behaviour/channel.js";
import { type ConnectionEnd, describeEnd } from "../behaviour/reconnection.js";
import { ProviderError } from "../errors.js";
import type { Settings } from "../settings.js";
import { Connection } from "./connection.js";
import { KeepAlive } from "./keep-alive.js";
import { Reconnector } from "./reconnector.js";
import { Requests } from "./requests.js";

export interface SessionDeps {
  readonly behaviour: ChannelBehaviour;
  readonly clock: Clock;
  readonly random: Random;
  readonly settings: Settings;
  readonly authKey: KeyPair;
  readonly issueToken: () => Promise<string>;
  readonly payload: (token: string) => ClientPayload;
}

export type SessionState = "connected" | "reconnecting" | "disconnected";

export interface SessionListener {
  /**
   * After the login; `connect` waits for it. `again` when the server has said so before on the
   * same connection. Must not reject.
   */
  loggedIn(again: boolean): Promise<void>;
  /** Every stanza that is not about the stream itself. False when it is of an unknown kind. */
  stanza(stanza: StanzaNode): boolean;
  changed(state: SessionState, reason?: string): void;
}

/** A user's session with the chat server: logs in, keeps the connection alive and reconnects after a loss. */
export class Session {
  readonly #deps: SessionDeps;
  readonly #listener: SessionListener;
  readonly #requests: Requests;
  readonly #reconnector: Reconnector;
  readonly #idPrefix: string;
  #requestCount = 0;
  #connection: Connection | undefined;
  #keepAlive: KeepAlive | undefined;
  #helloTimer: Timer | undefined;
  #previousToken: string | undefined;
  #previousEphemeral: KeyPair | undefined;
  #loggedIn = false;
  #turnedAway = false;
  #serverSeconds = 0;
  #crashed = false;

  constructor(deps: SessionDeps, listener: SessionListener) {
    const { behaviour, clock, random, settings } = deps;
    this.#deps = deps;
    this.#listener = listener;
    this.#requests = new Requests(clock);
    this.#idPrefix = toHex(random.bytes(4));
    this.#reconnector = new Reconnector({
      behaviour,
      clock,
      random,
      baseMs: settings.timing.reconnectMs,
      attempt: () => this.#attempt(),
    });
  }

  get online(): boolean {
    return this.#loggedIn;
  }

  /** The server's time at the last login, unix seconds; 0 before. */
  get serverSeconds(): number {
    return this.#serverSeconds;
  }

  /** True after a refusal, a replacement by another login or a crash: only the user may start another attempt. */
  get turnedAway(): boolean {
    return this.#turnedAway;
  }

  /** True from a crash to the next `connect`: what had arrived before is lost with the program. */
  get crashed(): boolean {
    return this.#crashed;
  }

  /** Resolves when logged in. Rejects with ProviderError `connect-failed` when the attempts are over. */
  connect(): Promise<void> {
    this.#crashed = false;
    return this.#reconnector.connect();
  }

  /** Resolves when the server knows, or does not answer within the usual time. */
  async disconnect(): Promise<void> {
    if (this.#connection === undefined) this.#reconnector.stop("left");
    const { clock, settings } = this.#deps;
    const closed = this.#connection?.end({ cause: "left" });
    await Promise.race([closed, new Promise<void>((resolve) => clock.after(settings.timing.replyMs, resolve))]);
  }

  /** Ends like a program that crashes: sends nothing more and does not reconnect. */
  crash(): void {
    this.#crashed = true;
    void this.#connection?.end({ cause: "crashed" });
  }

  /** @throws ProviderError `not-connected` */
  send(stanza: StanzaNode): void {
    if (!this.#loggedIn || this.#connection === undefined) {
      throw new ProviderError("not-connected", `Send a ${stanza.tag}: the user is not connected`);
    }
    this.#connection.send(stanza);
    if (this.#deps.behaviour.sendingPutsOffPings) this.#keepAlive?.putOff();
  }

  /** Sends the answer to a stanza. After a lost connection it is dropped, because the server repeats the stanza. */
  answer(stanza: StanzaNode): void {
    const connection = this.#connection;
    const { answerDelayMs } = this.#deps.behaviour;
    if (answerDelayMs === 0) connection?.send(stanza);
    else this.#deps.clock.after(answerDelayMs, () => connection?.send(stanza));
  }

  /** Sends an `iq` and resolves with its result. @throws ProviderError, `request-refused` for an error answer. */
  async request(build: (id: string) => StanzaNode): Promise<StanzaNode> {
    const id = this.nextId();
    return this.ask(id, build(id));
  }

  /** As `request`, for an `iq` that has its id already. */
  async ask(id: string, request: StanzaNode): Promise<StanzaNode> {
    const answer = await this.exchange(id, request);
    if (answer.attrs["type"] !== "error") return answer;
    throw new ProviderError(
      "request-refused",
      `Ask the server: found an error in the answer to ${id}, wanted a result`,
    );
  }

  /** Sends `stanza` and resolves with the stanza that answers `id`. @throws ProviderError */
  async exchange(id: string, stanza: StanzaNode): Promise<StanzaNode> {
    this.send(stanza);
    // Nothing can arrive before this line: bytes are only read when the running code has come to its end.
    return this.#requests.wait(id, this.#deps.settings.timing.replyMs);
  }

  /** Settles the request with this id; false when no request waits for it. */
  settle(id: string, answer: StanzaNode): boolean {
    return this.#requests.settle(id, answer);
  }

  /** For a stanza that expects an answer. */
  nextId(): string {
    this.#requestCount += 1;
    return this.#deps.behaviour.requestId(`${this.#idPrefix}-${this.#requestCount}`);
  }

  async #attempt(): Promise<void> {
    const { behaviour, clock, random, settings, authKey, issueToken, payload } = this.#deps;
    const token = await behaviour.token(issueToken, this.#previousToken);
    const ephemeral = behaviour.ephemeral(() => generateKeyPair(random), this.#previousEphemeral);
    // The user may have left while the token was made.
    if (!this.#reconnector.active) return;
    this.#previousToken = token;
    this.#previousEphemeral = ephemeral;
    const { chatUrl, rootKey, tlsCa } = settings.meta;
    const connection = new Connection(
      {
        behaviour,
        clock,
        random,
        authKey,
        ephemeral,
        token,
        payload: payload(token),
        rootKey,
        nowSeconds: Math.floor(clock.now() / 1000),
        url: behaviour.url(chatUrl, token),
        textual: settings.profile.wire === "xml",
        tlsCa,
      },
      { stanza: (stanza) => this.#stanza(stanza), ended: (end) => this.#ended(end) },
    );
    this.#connection = connection;
    const patience = behaviour.helloTimeoutMs(settings.timing.helloMs);
    if (patience !== undefined)
      this.#helloTimer = clock.after(patience, () => void connection.end({ cause: "silent" }));
  }

  #stanza(stanza: StanzaNode): void {
    const { behaviour } = this.#deps;
    if (behaviour.takesAnyStanzaAsAnswer) this.#keepAlive?.answered(stanza);
    const news = readStreamStanza(stanza);
    if (news === "success") {
      if (!behaviour.recognisesSuccess) return;
      this.#serverSeconds = Number(stanza.attrs["t"]) || this.#serverSeconds;
      return this.#success();
    }
    if (news !== undefined) {
      void this.#connection?.end(news);
      return;
    }
    if (stanza.tag === "iq" && this.#iq(stanza)) return;
    if (this.#listener.stanza(stanza)) return;
    if (behaviour.onUnknownStanza === "close") void this.#connection?.end({ cause: "unknown-stanza" });
  }

  /** The login is through. A repetition means nothing new (wire 3.1). */
  #success(): void {
    if (this.#loggedIn && this.#deps.behaviour.onDuplicateSuccess === "ignore") return;
    const connection = this.#connection;
    const first = !this.#loggedIn;
    this.#loggedIn = true;
    this.#helloTimer?.cancel();
    if (first) this.#reconnector.loggedIn();
    if (first) this.#startKeepAlive();
    if (first) this.#listener.changed("connected");
    void this.#listener.loggedIn(!first).then(() => {
      if (first && connection === this.#connection) this.#reconnector.online();
    });
  }

  #iq(stanza: StanzaNode): boolean {
    const { id, type } = stanza.attrs as Partial<Record<"id" | "type", string>>;
    if (type === "result" || type === "error") {
      // A late answer, for which no request waits any more, is ignored.
      if (this.#keepAlive?.answered(stanza) !== true && id !== undefined) this.#requests.settle(id, stanza);
      return true;
    }
    const pong = this.#deps.behaviour.serverPingAnswer(stanza);
    if (pong !== undefined) this.answer(pong);
    return pong !== undefined;
  }

  #startKeepAlive(): void {
    const { behaviour, clock, random, settings } = this.#deps;
    const connection = this.#connection;
    this.#keepAlive = new KeepAlive({
      behaviour,
      clock,
      random,
      timing: settings.timing,
      nextId: () => this.nextId(),
      send: (stanza) => connection?.send(stanza),
      silent: () => void connection?.end({ cause: "silent" }),
    });
  }

  #ended(end: ConnectionEnd): void {
    this.#helloTimer?.cancel();
    this.#keepAlive?.stop();
    this.#keepAlive = undefined;
    this.#connection = undefined;
    const wasOnline = this.#loggedIn;
    this.#loggedIn = false;
    this.#requests.abandon();
    const comesBack = this.#reconnector.ended(end);
    this.#turnedAway = !comesBack && ["failure", "stream-error", "crashed"].includes(end.cause);
    if (wasOnline || !comesBack) this.#listener.changed(comesBack ? "reconnecting" : "disconnected", describeEnd(end));
  }
}

/** What a stanza says about the stream itself; undefined for every other stanza (wire 3.1 to 3.3). */
function readStreamStanza(stanza: StanzaNode): "success" | ConnectionEnd | undefined {
  switch (stanza.tag) {
    case "success":
      return "success";
    case "failure":
      // Without a reason there is nothing to go by; open clients take it for server trouble.
      return { cause: "failure", reason: stanza.attrs["reason"] ?? "500" };
    case "stream:error":
      return {
        cause: "stream-error",
        code: stanza.attrs["code"] ?? "",
        conflict: childNamed(stanza, "conflict") !== undefined,
      };
    case "xmlstreamend":
      return { cause: "stream-end" };
    default:
      return undefined;
  }
}
