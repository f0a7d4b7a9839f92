import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { describe, expect, test } from "@jest/globals";
import { proto } from "baileys/WAProto/index.js";
import createNoise, { type Oracle, type OracleCipher } from "noise-c.wasm";
import { decodeNode } from "whatsapp-rust-bridge";
import { type RawData, WebSocket, WebSocketServer } from "ws";
import { connectToMock, type Mock } from "../../mock-server/index.js";
import { inFolder, startInterop } from "../support/interop.js";
import { ForeignClient } from "./child.js";
import { newestClient } from "./clients.js";

/** One connection as an observer of the network records it: the bytes of each direction. */
interface Recording {
  readonly fromClient: Buffer[];
  readonly fromServer: Buffer[];
}

/** Passes the messages of WebSockets on, and keeps them. */
async function recorder(target: string) {
  const recordings: Recording[] = [];
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  server.on("connection", (near) => {
    const recording: Recording = { fromClient: [], fromServer: [] };
    recordings.push(recording);
    const far = new WebSocket(target);
    const opened = new Promise<void>((resolve) => far.once("open", () => resolve()));
    near.on("message", (data: RawData) => {
      recording.fromClient.push(data as Buffer);
      void opened.then(() => far.send(data as Buffer));
    });
    far.on("message", (data: RawData) => {
      recording.fromServer.push(data as Buffer);
      near.send(data as Buffer);
    });
    near.on("close", () => far.close());
    far.on("close", () => near.close());
  });
  await once(server, "listening");
  const { port } = server.address() as { readonly port: number };
  return { url: `ws://127.0.0.1:${port}`, recordings, close: () => server.close() };
}

function framesIn(bytes: Buffer): readonly Buffer[] {
  const frames: Buffer[] = [];
  for (let at = 0; at + 3 <= bytes.length; ) {
    const end = at + 3 + bytes.readUIntBE(at, 3);
    frames.push(bytes.subarray(at + 3, end));
    at = end;
  }
  return frames;
}

/** Tag and id of the stanza in an opened frame: a flag byte, and then a node that may be deflated. */
function stanzaIn(payload: Buffer): string {
  const isDeflated = ((payload[0] ?? 0) & 2) !== 0;
  const node = decodeNode(isDeflated ? Buffer.concat([Buffer.of(0), inflateSync(payload.subarray(1))]) : payload);
  return named(node.tag, node.attrs["id"]);
}

const upTo = (last: string, names: readonly string[]): readonly string[] => names.slice(0, names.indexOf(last) + 1);
const named = (tag: string, id: string | undefined): string => `${tag} ${id ?? "-"}`;

const { absent } = newestClient;
if (absent !== undefined) process.stderr.write(`Skipped "the key log of interop serve": ${absent}\n`);

(absent === undefined ? describe : describe.skip)("the key log of interop serve", () => {
  test("opens what was recorded of a foreign client, with noise-c.wasm and whatsapp-rust-bridge", async () => {
    const noise = await new Promise<Oracle>((ready) => createNoise({ printErr: () => {} }, ready));
    await inFolder(async (folder) => {
      const [readyFile, keyLog] = [join(folder, "ready.json"), join(folder, "keys.log")];
      const options = ["--profile", "whatsapp-consumer", "--key-log", keyLog, "--ready-file", readyFile];
      const { finished, says, stop } = startInterop(["serve", ...options]);
      try {
        await says("inspector at http://");
        const mock = await connectToMock(readyFile);
        const { ids, recordings } = await recordedTalk(mock);
        const keys = keysIn(readFileSync(keyLog, "utf8"));
        const opened = recordings.map((recording) => opening(noise, keys, recording));
        // One connection to pair, and one to talk.
        expect(opened).toHaveLength(2);
        const { entries } = await mock.journal.query({ kind: "stanza" }, { limit: 1000 });
        const stanzas = entries.filter((entry) => entry.kind === "stanza");
        const talk = stanzas.at(-1)?.connection;
        for (const [direction, side] of [
          ["in", "fromClient"],
          ["out", "fromServer"],
        ] as const) {
          const known = stanzas
            .filter((entry) => entry.connection === talk && entry.direction === direction)
            .map(({ node }) => named(node.tag, node.attrs["id"]));
          // No frame is missing and none is too many. What comes later may be under way when the connection ends.
          const message = named("message", ids[side]);
          expect(known).toContain(message);
          expect(upTo(message, opened[1]?.[side] ?? [])).toEqual(upTo(message, known));
        }
      } finally {
        stop();
      }
      expect((await finished).code).toBe(0);
    });
  });
});

/** Pairs a client, and lets it and a simulated user write one message each. */
async function recordedTalk(mock: Mock) {
  const { close, recordings, url } = await recorder(mock.manifest.chatUrl);
  const client = new ForeignClient(newestClient, "");
  try {
    await client.start();
    const [ada, ben] = [await mock.user({ name: "Ada" }), await mock.user({ name: "Ben" })];
    await client.ask("connect", { url });
    const { qr } = await client.event("connection", (event) => event.qr !== undefined);
    await ada.pair(String(qr));
    await client.event("connection", ({ status }) => status === 515);
    await client.ask("connect", { url });
    await client.event("connection", ({ connection }) => connection === "open");
    const sent = await client.ask("send", { to: ben.jid, content: { text: "Can you read this?" } });
    await mock.wait({ kind: "opened", messageId: String(sent.id), user: ben.jid });
    const answer = await ben.send(ada.jid, { type: "text", text: "Every word." });
    await client.event("message", ({ key }) => key.id === answer.id);
    return { ids: { fromClient: String(sent.id), fromServer: answer.id }, recordings };
  } finally {
    await client.dispose();
    close();
  }
}

/** By label and ephemeral key of the client. */
function keysIn(log: string): ReadonlyMap<string, Buffer> {
  const lines = log.trimEnd().split("\n");
  return new Map(
    lines.map((line): [string, Buffer] => {
      const [label, ephemeral, key = ""] = line.split(" ");
      return [`${label} ${ephemeral}`, Buffer.from(key, "hex")];
    }),
  );
}

/** Every frame after the handshake. The ephemeral key in the first one says which keys are those of the connection. */
function opening(noise: Oracle, keys: ReadonlyMap<string, Buffer>, { fromClient, fromServer }: Recording) {
  const headerBytes = 4;
  const [hello = Buffer.of(), , ...sent] = framesIn(Buffer.concat(fromClient).subarray(headerBytes));
  const [, ...received] = framesIn(Buffer.concat(fromServer));
  const { clientHello } = proto.HandshakeMessage.decode(hello);
  const ephemeral = Buffer.from(clientHello?.ephemeral ?? []).toString("hex");
  const open = (label: string, frames: readonly Buffer[]): readonly string[] => {
    const key = keys.get(`${label} ${ephemeral}`);
    if (key === undefined) throw new Error(`Open frames: found no ${label} for ${ephemeral} in the key log`);
    const cipher: OracleCipher = new noise.CipherState(noise.constants.NOISE_CIPHER_AESGCM);
    cipher.InitializeKey(key);
    return frames.map((frame) => stanzaIn(Buffer.from(cipher.DecryptWithAd(new Uint8Array(0), frame))));
  };
  return {
    fromClient: open("NOISE_CLIENT_TRAFFIC_KEY", sent),
    fromServer: open("NOISE_SERVER_TRAFFIC_KEY", received),
  };
}
