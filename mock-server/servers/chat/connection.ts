import { fromHex, sameBytes, toBase64 } from "../../../core/bytes.js";
import type { Timer } from "../../../core/clock.js";
import { type CodedError, reasonOf } from "../../../core/coded-error.js";
import { diagnoseCutFrame } from "../../../protocol/noise/diagnosis/framing.js";
import { NoiseError } from "../../../protocol/noise/errors.js";
import { encodeFrame, FrameReader } from "../../../protocol/noise/framing.js";
import { StanzaError } from "../../../protocol/stanza/errors.js";
import { node, type StanzaNode } from "../../../protocol/stanza/node.js";
import { isCoded, MockServerError } from "../../side/errors.js";
import { admit } from "./admission.js";
import type { ChatDeps } from "./deps.js";
import { type Finish, HeaderReader, ServerHandshake } from "./handshake.js";
import { Inbound } from "./inbound.js";
import { Outbound } from "./outbound.js";
import type { Pipe, PipeListener } from "./pipe.js";

/** What a connection waits for. During `login` the server checks the client, which may continue to send. */
type Stage =
  | { readonly name: "header"; readonly reader: HeaderReader }
  | { readonly name: "hello" | "finish"; readonly handshake: ServerHandshake }
  | { readonly name: "login"; readonly early: Uint8Array[] }
  | { readonly name: "open"; readonly inbound: Inbound }
  | { readonly name: "closed" };

/** Frames that a client may send while its login is being checked. */
const maximumEarlyFrames = 64;
/** Bytes that a client may leave unread before the server drops it. */
const maximumBacklog = 32 * 2 ** 20;
/** How long a client has to answer an orderly close. */
const lingerMs = 1000;

/**
 * One client on the chat channel, from its first byte to its last. The worst effect of anything that it sends is the loss
 * of this connection.
 */
export class ChatConnection implements PipeListener {
  readonly id: string;
  readonly #deps: ChatDeps;
  readonly #pipe: Pipe;
  readonly #header: Uint8Array;
  readonly #frames: FrameReader;
  readonly #gone: () => void;
  #stage: Stage;
  #timer: Timer;
  #outbound: Outbound | undefined;

  /** @param gone - Called once, when the socket is closed. */
  constructor(deps: ChatDeps, id: string, pipe: Pipe, gone: () => void) {
    const { channel } = deps.profile;
    this.id = id;
    this.#deps = deps;
    this.#pipe = pipe;
    this.#gone = gone;
    this.#header = fromHex(channel.header);
    this.#frames = new FrameReader({ maxFrame: channel.maximumFrameBytes });
    this.#stage = { name: "header", reader: new HeaderReader(deps, id) };
    const { transport, url, headers } = pipe;
    const opened = { kind: "connection", by: "provider", connection: id, event: "opened", transport } as const;
    deps.journal.record({ ...opened, ...(url !== undefined && { url }), ...(headers !== undefined && { headers }) });
    this.#timer = deps.clock.after(channel.handshakeTimeoutMs, () => this.#fail(timedOut(channel.handshakeTimeoutMs)));
  }

  received(chunk: Uint8Array): void {
    try {
      const stream = this.#stage.name === "header" ? this.#readHeader(this.#stage.reader, chunk) : chunk;
      if (stream === undefined) return;
      this.#refuseRepeatedHeader(stream);
      for (const body of this.#frames.push(stream)) this.#take(body);
    } catch (thrown) {
      this.#fail(thrown);
    }
  }

  receivedText(bytes: number): void {
    this.#fail(new MockServerError("text-message", `Read message: text of ${bytes} bytes found, wanted binary`));
  }

  closed(reason: string): void {
    this.#recordCutFrame();
    this.#end("provider", this.#frames.pending > 0 ? `${reason}, inside a frame` : reason);
    this.#timer.cancel();
    this.#gone();
  }

  /** Holds the stanza until `flush`; drops it when no client is logged in. True when it is the only one that is held. */
  send(stanza: StanzaNode): boolean {
    return this.#outbound?.add(stanza) ?? false;
  }

  flush(): void {
    this.#outbound?.flush();
    if (this.#pipe.backlog > maximumBacklog) this.drop("backlog-exceeded");
  }

  /** Closes after everything sent so far. */
  close(reason: string): void {
    this.flush();
    if (!this.#end("harness", reason)) return;
    this.#pipe.end();
    this.#timer = this.#deps.clock.after(lingerMs, () => this.#pipe.destroy());
  }

  /** Closes at once. */
  drop(reason: string): void {
    this.#outbound?.flush();
    this.#end("harness", reason);
    this.#pipe.destroy();
  }

  /** The bytes after the header; undefined while the header is incomplete. */
  #readHeader(reader: HeaderReader, chunk: Uint8Array): Uint8Array | undefined {
    const intro = reader.push(chunk);
    if (intro === undefined) return undefined;
    this.#stage = { name: "hello", handshake: new ServerHandshake(this.#deps, this.id, intro.header) };
    return intro.rest;
  }

  /** Read as a length, it would announce megabytes that never come, and the connection would hang. */
  #refuseRepeatedHeader(stream: Uint8Array): void {
    // The first byte nearly always decides.
    if (stream[0] !== this.#header[0] || this.#frames.pending > 0) return;
    if (!sameBytes(stream.subarray(0, this.#header.length), this.#header)) return;
    throw new MockServerError("repeated-header", "Read frame: the header found again, wanted a length");
  }

  #take(body: Uint8Array): void {
    const stage = this.#stage;
    switch (stage.name) {
      case "hello":
        return this.#answerHello(stage.handshake, body);
      case "finish":
        return this.#finish(stage.handshake.finish(body));
      case "login":
        if (stage.early.length >= maximumEarlyFrames) throw tooEarly();
        stage.early.push(body);
        return undefined;
      case "open":
        return this.#closeOver(stage.inbound.take(body));
      case "header":
      case "closed":
        return undefined;
    }
  }

  #answerHello(handshake: ServerHandshake, body: Uint8Array): void {
    const answer = handshake.answerHello(body);
    this.#stage = { name: "finish", handshake };
    if (answer === undefined) {
      // A server that withholds its answer must not be the first to close.
      this.#timer.cancel();
      return;
    }
    const writes = this.#deps.faults.apply("writes", [encodeFrame(answer)], { connection: this.id });
    this.#pipe.write(writes);
  }

  #finish(accepted: Finish): void {
    const early: Uint8Array[] = [];
    this.#stage = { name: "login", early };
    this.#logIn(accepted)
      .then(() => {
        for (const body of early) this.#take(body);
      })
      .catch((thrown: unknown) => this.#fail(thrown));
  }

  async #logIn(accepted: Finish): Promise<void> {
    const { login, refusal, passive, readReceipts, companion, place } = await admit(this.#deps, this.id, accepted);
    if (this.#stage.name !== "login") return;
    this.#timer.cancel();
    await this.#readerAttached();
    if (this.#stage.name !== "login") return;
    const { send } = accepted.transport;
    this.#outbound = new Outbound(this.#deps, { pipe: this.#pipe, cipher: send, account: login, place });
    if (refusal !== undefined) {
      this.send(node("failure", { reason: refusal }));
      this.close(`login refused: ${refusal}`);
      return;
    }
    const inbound = new Inbound(this.#deps, { ...accepted, account: login, connection: this.id });
    this.#stage = { name: "open", inbound };
    const connection = this.id;
    if (companion === undefined) this.#deps.dispatch({ type: "connected", connection, login, passive, readReceipts });
    else this.#deps.dispatch({ type: "pairing-started", connection, companion, refs: this.#references() });
  }

  /** Leaves a client as much time to attach its reader as the profile says. Does not end if the connection ends first. */
  async #readerAttached(): Promise<void> {
    const { clock, profile } = this.#deps;
    const { firstFrameMs } = profile.channel;
    if (firstFrameMs === 0) return;
    await new Promise<void>((resolve) => {
      this.#timer = clock.after(firstFrameMs, resolve);
    });
  }

  #references(): readonly string[] {
    const { profile, random } = this.#deps;
    return Array.from({ length: profile.accounts.pairingReferences }, () => `2@${toBase64(random.bytes(24))}`);
  }

  /** A frame that is not a stanza ends the stream; if it decrypted, a stream error says why. */
  #closeOver(broken: CodedError | undefined): void {
    if (broken === undefined) return;
    if (broken instanceof StanzaError) this.send(node("stream:error", {}, [node("xml-not-well-formed")]));
    this.close(broken.code);
  }

  /** An error of the client is recorded as such; any other is a defect of the harness, and the reason says so. */
  #fail(thrown: unknown): void {
    const stage = this.#stage;
    if (stage.name === "closed") return;
    if (!isCoded(thrown)) return this.drop(`defect of the simulated server: ${reasonOf(thrown)}`);
    if (stage.name === "open") stage.inbound.reject(thrown, 0);
    else this.#recordFailure(thrown);
    this.drop(thrown.code);
  }

  /** A client that waits for the answer to a frame with a wrong length gives up at some point. */
  #recordCutFrame(): void {
    const { name } = this.#stage;
    const { received } = this.#frames;
    if ((name !== "hello" && name !== "finish") || received.length < 4) return;
    const [high = 0, middle = 0, low = 0] = received;
    const announced = 3 + (high << 16) + (middle << 8) + low;
    const message = `Read frame: found ${received.length} bytes when the connection ended, wanted the ${announced} that its length announces`;
    const cut = new NoiseError("malformed-handshake", message);
    const fit = diagnoseCutFrame({ received });
    if (fit !== undefined) cut.fit = fit;
    this.#recordFailure(cut);
  }

  #recordFailure({ code, message, fit }: CodedError): void {
    const entry = { kind: "handshake", by: "provider", connection: this.id, message: "failed" } as const;
    const diagnosis = fit === undefined ? {} : { diagnosis: { ...fit } };
    this.#deps.journal.record({ ...entry, fields: { code, message, ...diagnosis } });
  }

  /** False when it ended before. */
  #end(by: "provider" | "harness", reason: string): boolean {
    if (this.#stage.name === "closed") return false;
    const wasOpen = this.#stage.name === "open";
    this.#stage = { name: "closed" };
    this.#outbound = undefined;
    this.#timer.cancel();
    const { transport } = this.#pipe;
    const entry = { kind: "connection", connection: this.id, event: "closed", transport } as const;
    this.#deps.journal.record({ ...entry, by, reason });
    if (wasOpen) this.#deps.dispatch({ type: "disconnected", connection: this.id });
    return true;
  }
}

function timedOut(ms: number): MockServerError {
  return new MockServerError("handshake-timeout", `Wait for the client: no login within ${ms} ms, wanted one`);
}

function tooEarly(): MockServerError {
  const message = `Take frame: ${maximumEarlyFrames} frames found before the login was decided, wanted no more`;
  return new MockServerError("backlog-exceeded", message);
}
