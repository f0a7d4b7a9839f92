import { connect } from "node:net";
import { WebSocket } from "ws";
import { concat, fromHex } from "../../../../core/bytes.js";
import { encodeFrame, FrameReader } from "../../../../protocol/noise/framing.js";
import { verifyChain } from "../../../../protocol/noise/certificate-verify.js";
import { encodeClientPayload } from "../../../../protocol/noise/client-payload.js";
import type { ClientPayload } from "../../../../protocol/noise/client-payload.js";
import type { Transport } from "../../../../protocol/noise/cipher-state.js";
import { startInitiator } from "../../../../protocol/noise/initiator.js";
import { generateKeyPair, type KeyPair } from "../../../../protocol/noise/keys.js";
import { decodeExpected, encodeHandshake } from "../../../../protocol/noise/messages.js";
import type { StanzaNode } from "../../../../protocol/stanza/node.js";
import { packPayload, unpackPayload } from "../../../../protocol/stanza/payload.js";
import { systemRandom } from "../../../../runtime/random.js";
import { systemClock } from "../../../../runtime/system-clock.js";
import { type Mailslot, mailslot } from "./mailslot.js";

/** The bare transport of a test client. */
export interface RawClient {
  /** Each WebSocket message or TCP chunk, in order. */
  readonly received: Mailslot<Uint8Array>;
  /** Resolves with the close code of a WebSocket, 0 on TCP. */
  readonly closed: Promise<number>;
  write(bytes: Uint8Array | string): void;
  end(): void;
}

export function rawWebSocket(url: string): Promise<RawClient> {
  const socket = new WebSocket(url, { perMessageDeflate: false });
  const received = mailslot<Uint8Array>();
  socket.on("message", (data: Buffer) => received.put(data));
  const closed = new Promise<number>((resolve) => socket.on("close", resolve));
  const client = {
    received,
    closed,
    write: (bytes: Uint8Array | string) => socket.send(bytes),
    end: () => socket.close(),
  };
  return new Promise((resolve, reject) => {
    socket.on("error", reject);
    socket.on("open", () => resolve(client));
  });
}

export function rawTcp(port: number): Promise<RawClient> {
  const socket = connect({ host: "127.0.0.1", port });
  const received = mailslot<Uint8Array>();
  socket.on("data", (data) => received.put(data));
  const closed = new Promise<number>((resolve) => socket.on("close", () => resolve(0)));
  const client = {
    received,
    closed,
    write: (bytes: Uint8Array | string) => socket.write(bytes),
    end: () => socket.end(),
  };
  return new Promise((resolve, reject) => {
    socket.on("error", reject);
    socket.on("connect", () => resolve(client));
  });
}

export interface ChatClient {
  readonly stanzas: Mailslot<StanzaNode>;
  /** Frames that did not decrypt or decode. */
  readonly broken: Mailslot<unknown>;
  /** How the frames were cut into WebSocket messages: the size of each. */
  readonly sizes: readonly number[];
  /** Whether the newest stanza was compressed. */
  readonly compressed: readonly boolean[];
  readonly closed: Promise<number>;
  send(stanza: StanzaNode): void;
  /** A frame with these bytes, encrypted. */
  sendPlaintext(plaintext: Uint8Array): void;
  /** Bytes as they are. */
  sendRaw(bytes: Uint8Array): void;
  take(tag: string, attrs?: Readonly<Record<string, string>>): Promise<StanzaNode>;
  end(): void;
}

export interface HandshakeOptions {
  readonly staticKey: KeyPair;
  /** Hex; the server's chain must lead to it. */
  readonly rootKey: string;
  readonly payload: ClientPayload;
  readonly header?: string;
}

/** A Noise client that checks the server's certificate as a careful provider does, and stops where that fails. */
export async function chatClient(raw: RawClient, options: HandshakeOptions): Promise<ChatClient> {
  const header = fromHex(options.header ?? "57410603");
  const ephemeral = generateKeyPair(systemRandom);
  const initiator = startInitiator({ prologue: header, staticKey: options.staticKey, ephemeral });
  raw.write(
    concat(header, encodeFrame(encodeHandshake({ kind: "clientHello", fields: { ephemeral: initiator.hello() } }))),
  );
  const reader = new FrameReader();
  const answer = decodeExpected(await nextFrame(raw, reader), "serverHello");
  const { serverStatic, payload: chain } = initiator.readServerHello(answer);
  const nowSeconds = Math.floor(systemClock.now() / 1000);
  verifyChain(chain, { rootKey: fromHex(options.rootKey), serverStatic, nowSeconds });
  const finish = initiator.finish(encodeClientPayload(options.payload));
  const fields = { static: finish.static, payload: finish.payload };
  raw.write(encodeFrame(encodeHandshake({ kind: "clientFinish", fields })));
  return session(raw, reader, finish.transport);
}

async function nextFrame(raw: RawClient, reader: FrameReader): Promise<Uint8Array> {
  for (;;) {
    const [frame] = reader.push(await raw.received.take("a frame", () => true));
    if (frame !== undefined) return frame;
  }
}

function session(raw: RawClient, reader: FrameReader, { send, receive }: Transport): ChatClient {
  const stanzas = mailslot<StanzaNode>();
  const broken = mailslot<unknown>();
  const sizes: number[] = [];
  const compressed: boolean[] = [];

  function takeFrame(body: Uint8Array): void {
    try {
      const { node, compressed: was } = unpackPayload(receive.decrypt(body));
      compressed.push(was);
      stanzas.put(node);
    } catch (thrown) {
      broken.put(thrown);
    }
  }

  async function pump(): Promise<void> {
    for (;;) {
      const bytes = await raw.received.take("bytes", () => true, 60_000);
      sizes.push(bytes.length);
      for (const body of reader.push(bytes)) takeFrame(body);
    }
  }
  // Ends with the test that made this client.
  pump().catch(() => undefined);

  const sendPlaintext = (plaintext: Uint8Array): void => raw.write(encodeFrame(send.encrypt(plaintext)));
  return {
    stanzas,
    broken,
    sizes,
    compressed,
    closed: raw.closed,
    send: (stanza) => sendPlaintext(packPayload(stanza)),
    sendPlaintext,
    sendRaw: (bytes) => raw.write(bytes),
    take: (tag, attrs = {}) =>
      stanzas.take(`<${tag} ${JSON.stringify(attrs)}>`, (stanza) => {
        return stanza.tag === tag && Object.entries(attrs).every(([name, value]) => stanza.attrs[name] === value);
      }),
    end: () => raw.end(),
  };
}
