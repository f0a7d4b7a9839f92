import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";
import { concat } from "../../../core/bytes.js";
import { encodeChain, issueCertificates } from "../../../protocol/noise/certificate.js";
import type { Transport } from "../../../protocol/noise/cipher-state.js";
import { type ClientPayload, decodeClientPayload } from "../../../protocol/noise/client-payload.js";
import { encodeFrame, FrameReader } from "../../../protocol/noise/framing.js";
import { header, IntroReader } from "../../../protocol/noise/intro.js";
import { generateKeyPair } from "../../../protocol/noise/keys.js";
import { decodeExpected, encodeHandshake } from "../../../protocol/noise/messages.js";
import { startResponder } from "../../../protocol/noise/responder.js";
import { node, type StanzaNode } from "../../../protocol/stanza/node.js";
import { packPayload, unpackPayload } from "../../../protocol/stanza/payload.js";
import { seededRandom } from "../../../runtime/random.js";

/** One login at the test server. */
export interface TestPeer {
  readonly payload: ClientPayload;
  readonly clientStatic: Uint8Array;
  readonly stanzas: StanzaNode[];
  send(...stanzas: StanzaNode[]): void;
  drop(): void;
}

export interface TestServer {
  readonly url: string;
  readonly rootKey: Uint8Array;
  readonly peers: readonly TestPeer[];
  close(): Promise<void>;
}

export interface TestServerOptions {
  /** The answer to login number `count`, from 1 (default: success). */
  readonly greet?: (count: number) => readonly StanzaNode[];
  /** Called for each stanza of the client; sends what it returns (default: answers to pings and uploads). */
  readonly answer?: (stanza: StanzaNode) => readonly StanzaNode[];
}

export const success = node("success", { t: "1800000000" });

/** The least that a client takes for a chat server: a real handshake and answers to every `iq`. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const random = seededRandom("test server");
  const root = generateKeyPair(random);
  const intermediate = generateKeyPair(random);
  const staticKey = generateKeyPair(random);
  const chain = encodeChain(
    issueCertificates({
      root,
      intermediate,
      leafKey: staticKey.publicKey,
      validity: { notBefore: 0, notAfter: 2 ** 40 },
      random,
    }),
  );
  const peers: TestPeer[] = [];
  const greet = options.greet ?? (() => [success]);
  const answer = options.answer ?? answerIq;

  function accept(socket: WebSocket): void {
    const prologue = header({ magic: 6, dictionaryVersion: 3 });
    const responder = startResponder({ prologue, staticKey, ephemeral: generateKeyPair(random) });
    const frames = new FrameReader();
    const intro = new IntroReader({ header: prologue });
    let introduced = false;
    let read = readHello;

    function readHello(body: Uint8Array): void {
      responder.readHello(decodeExpected(body, "clientHello").ephemeral ?? new Uint8Array(0));
      const fields = responder.serverHello(chain);
      socket.send(encodeFrame(encodeHandshake({ kind: "serverHello", fields })));
      read = readFinish;
    }

    function readFinish(body: Uint8Array): void {
      const { transport, payload, clientStatic } = responder.readFinish(decodeExpected(body, "clientFinish"));
      const peer = testPeer(socket, transport, decodeClientPayload(payload), clientStatic);
      peers.push(peer);
      read = (next) => {
        const stanza = unpackPayload(transport.receive.decrypt(next)).node;
        peer.stanzas.push(stanza);
        peer.send(...answer(stanza));
      };
      peer.send(...greet(peers.length));
    }

    socket.on("message", (data: Buffer) => {
      const bytes = introduced ? data : intro.push(data)?.rest;
      if (bytes === undefined) return;
      introduced = true;
      for (const body of frames.push(bytes)) read(body);
    });
  }

  const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  server.on("connection", accept);
  await new Promise((resolve) => server.once("listening", resolve));
  return {
    // A listening TCP server has an address of this shape.
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/ws/chat`,
    rootKey: root.publicKey,
    peers,
    close: () =>
      new Promise((resolve) => {
        for (const socket of server.clients) socket.terminate();
        server.close(() => resolve());
      }),
  };
}

/** An empty result for every request. */
export function answerIq({ tag, attrs }: StanzaNode): readonly StanzaNode[] {
  const { id, type, to } = attrs as Partial<Record<"id" | "type" | "to", string>>;
  if (tag !== "iq" || type === "result") return [];
  return [node("iq", { type: "result", id, from: to })];
}

function testPeer(socket: WebSocket, transport: Transport, payload: ClientPayload, clientStatic: Uint8Array): TestPeer {
  return {
    payload,
    clientStatic,
    stanzas: [],
    send(...stanzas) {
      const frames = stanzas.map((stanza) => encodeFrame(transport.send.encrypt(packPayload(stanza))));
      if (frames.length > 0) socket.send(concat(...frames));
    },
    drop: () => socket.terminate(),
  };
}
