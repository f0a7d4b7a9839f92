import type { Random } from "../../core/random.js";
import { type ChainContext, verifyChain } from "../../protocol/noise/certificate-verify.js";
import type { ClientPayload } from "../../protocol/noise/client-payload.js";
import type { NoiseErrorCode } from "../../protocol/noise/errors.js";
import { FrameReader } from "../../protocol/noise/framing.js";
import type { HandshakeFields } from "../../protocol/noise/handshake-state.js";
import type { ClientFinish } from "../../protocol/noise/initiator.js";
import { header } from "../../protocol/noise/intro.js";
import type { KeyPair } from "../../protocol/noise/keys.js";
import type { Transport } from "../../protocol/noise/cipher-state.js";
import type { HandshakeMistake } from "../../protocol/noise/mistakes.js";
import { decodeExpected } from "../../protocol/noise/messages.js";
import type { StanzaNode } from "../../protocol/stanza/node.js";
import { packPayload, unpackPayload } from "../../protocol/stanza/payload.js";
import { fromXml } from "../../protocol/stanza/xml/read.js";
import { toXml } from "../../protocol/stanza/xml/write.js";
import { notificationAck } from "../stanzas/acks.js";
import { ping, serverPingAnswer } from "../stanzas/requests.js";
import { backoffMs, type ConnectionEnd, type History, type Plan, planAfter } from "./reconnection.js";

export interface Frames {
  /** Bodies of the frames that `message`, one WebSocket message, completes. */
  push(message: Uint8Array): readonly Uint8Array[];
}

/** What both sides have after the handshake. */
export interface Agreed {
  readonly transport: Transport;
  readonly handshakeHash: Uint8Array;
}

/** The connection to the chat server, from the address to the end. */
export interface ChannelBehaviour {
  url(chatUrl: string, token: string): string;
  /** The token for this connection, from a fresh one and the one of the connection before. */
  token(fresh: () => Promise<string>, previous: string | undefined): Promise<string>;
  /** The first four bytes; also the prologue of the handshake. */
  header(): Uint8Array;
  /** What both sides must have in common before the handshake. */
  prologue(header: Uint8Array): Uint8Array;
  /** The WebSocket messages that carry `frame`; `header` goes before the first frame of a connection. */
  wrap(frame: Uint8Array, context: { readonly header: Uint8Array; readonly first: boolean }): readonly Uint8Array[];
  /** How long messages are collected before they go out as one; 0 sends each at once. */
  readonly coalesceMs: number;
  ephemeral(fresh: () => KeyPair, previous: KeyPair | undefined): KeyPair;
  staticKey(enlisted: KeyPair, fresh: () => KeyPair): KeyPair;
  clientHello(ephemeral: Uint8Array, token: string): HandshakeFields;
  payload(payload: ClientPayload): ClientPayload;
  /** The third handshake message, encoded. */
  clientFinish(encoded: Uint8Array): Uint8Array;
  /** Judges the certificate chain that the server showed. @throws NoiseError */
  checkServer(chain: Uint8Array, context: ChainContext): void;
  readonly skipTagCheck: boolean;
  /** A mistake in the handshake, and the first message with it. */
  readonly handshake: { readonly mistake?: HandshakeMistake; readonly mistakeFrom?: number };
  /** Encrypts a stanza into `body`, the content of a frame. */
  sealFrame(plaintext: Uint8Array, body: Uint8Array, agreed: Agreed): void;
  /** @throws NoiseError when the server's message is none. */
  readServerHello(body: Uint8Array): HandshakeFields;
  /**
   * The third message to send although the server's key is unusable, for which `code` is the reason; undefined refuses
   * the server.
   */
  finishWithoutSecret(code: NoiseErrorCode, staticKey: Uint8Array, payload: Uint8Array): ClientFinish | undefined;
  /** Patience for ServerHello and for the answer to the login; undefined waits without end. */
  helloTimeoutMs(standard: number): number | undefined;
  frames(): Frames;
  /** How many counts the cipher skips before it encrypts the frame after `sent` others. */
  passedCounts(sent: number): number;
  pack(stanza: StanzaNode): Uint8Array;
  /** @throws StanzaError */
  unpack(payload: Uint8Array): StanzaNode;
  /** The same where stanzas are text. */
  writeText(stanza: StanzaNode): string;
  /** @throws StanzaError */
  readText(payload: Uint8Array): StanzaNode;
  /** After a frame that could not be opened or read; `code` is that of NoiseError or StanzaError. */
  onBadFrame(code: string): "close" | "ignore" | "lose-count" | "crash";
  /** The id of a request. */
  requestId(fresh: string): string;
  /** Longest pause between two pings; undefined sends none. */
  keepAliveMs(standard: number): number | undefined;
  ping(id: string): StanzaNode;
  /** How long the answer to a ping may take. */
  pingPatienceMs(standard: number): number;
  answersPing(id: string, answer: StanzaNode): boolean;
  /** Whether a stanza that is no answer is compared with the ping too. */
  readonly takesAnyStanzaAsAnswer: boolean;
  /** Whether whatever the client sends puts off its next ping. */
  readonly sendingPutsOffPings: boolean;
  readonly onSilence: "close" | "ignore";
  serverPingAnswer(request: StanzaNode): StanzaNode | undefined;
  afterEnd(end: ConnectionEnd, history: History): Plan;
  backoffMs(attempt: number, base: number, random: Random): number;
  /** Whether the next pause begins small again after any login, and not only after a connection that lasted. */
  readonly resetsPausesAtLogin: boolean;
  /** Whether the client closes its connection when the user leaves. */
  readonly closesWhenLeaving: boolean;
  readonly recognisesSuccess: boolean;
  readonly onDuplicateSuccess: "ignore" | "log-in-again";
  readonly onUnknownStanza: "ignore" | "close";
  notificationAck(notification: StanzaNode): StanzaNode | undefined;
  /** Whether the client reads notifications of this type. */
  readsNotification(type: string | undefined): boolean;
  /** Whether a receipt or notification that waited on the server is read, and not only acknowledged. */
  readsWaiting(stanza: StanzaNode): boolean;
  /** How long every answer is held back; 0 for at once. */
  readonly answerDelayMs: number;
}

export const lawfulChannel: ChannelBehaviour = {
  url: (chatUrl) => chatUrl,
  token: (fresh) => fresh(),
  header: () => header({ magic: 6, dictionaryVersion: 3 }),
  prologue: (bytes) => bytes,
  wrap: (frame, context) => [context.first ? Buffer.concat([context.header, frame]) : frame],
  coalesceMs: 0,
  ephemeral: (fresh) => fresh(),
  staticKey: (enlisted) => enlisted,
  clientHello: (ephemeral) => ({ ephemeral }),
  payload: (payload) => payload,
  clientFinish: (encoded) => encoded,
  checkServer(chain, context) {
    verifyChain(chain, context);
  },
  skipTagCheck: false,
  handshake: {},
  sealFrame: (plaintext, body, { transport }) => void transport.send.encrypt(plaintext, body),
  readServerHello: (body) => decodeExpected(body, "serverHello"),
  finishWithoutSecret: () => undefined,
  helloTimeoutMs: (standard) => standard,
  frames: () => new FrameReader(),
  passedCounts: () => 0,
  pack: (stanza) => packPayload(stanza),
  unpack: (payload) => unpackPayload(payload).node,
  writeText: (stanza) => toXml(stanza),
  readText: (payload) => fromXml(payload),
  onBadFrame: () => "close",
  requestId: (fresh) => fresh,
  keepAliveMs: (standard) => standard,
  ping: (id) => ping(id),
  pingPatienceMs: (standard) => standard,
  answersPing: (id, answer) => answer.attrs["id"] === id,
  takesAnyStanzaAsAnswer: false,
  sendingPutsOffPings: false,
  onSilence: "close",
  serverPingAnswer,
  afterEnd: planAfter,
  backoffMs,
  resetsPausesAtLogin: false,
  closesWhenLeaving: true,
  recognisesSuccess: true,
  onDuplicateSuccess: "ignore",
  onUnknownStanza: "ignore",
  notificationAck,
  readsNotification: (type) => type === "encrypt",
  readsWaiting: () => true,
  answerDelayMs: 0,
};
