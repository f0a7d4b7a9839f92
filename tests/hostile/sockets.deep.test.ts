import { connect, type Socket } from "node:net";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { systemRandom } from "../../runtime/random.js";
import { iq } from "../../mock-server/testing/engine-bench.js";
import { type Rig, startRig } from "../../mock-server/testing/rig.js";

let rig: Rig;
beforeAll(async () => {
  rig = await startRig({ channel: { handshakeTimeoutMs: 2000 } });
});
afterAll(() => rig.close());

/** A bare socket to the port of HTTP and WebSocket, and when the server has closed it. */
async function socketTo(port: number): Promise<{ readonly socket: Socket; readonly closed: Promise<void> }> {
  const socket = connect({ host: "127.0.0.1", port });
  const closed = new Promise<void>((resolve) => socket.on("close", () => resolve()));
  socket.on("error", () => undefined);
  // Without a reader, the end of the stream does not show.
  socket.resume();
  await new Promise<void>((resolve) => socket.on("connect", resolve));
  return { socket, closed };
}

const httpPort = (): number => Number(new URL(rig.meta.endpoints.chatUrl).port);
const upgrade = (): string => {
  const { host, pathname } = new URL(rig.meta.endpoints.chatUrl);
  const key = Buffer.from(systemRandom.bytes(16)).toString("base64");
  return `GET ${pathname} HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`;
};

/** A frame of a WebSocket client, with a mask of zeros. */
function frame(first: number, payload: Uint8Array): Buffer {
  return Buffer.concat([Uint8Array.of(first, 0x80 | payload.length, 0, 0, 0, 0), payload]);
}

/** Writes `piece` again and again, as fast as the server takes it, and reads nothing. */
function flood(socket: Socket, piece: Uint8Array): void {
  socket.pause();
  const more = (): void => {
    while (!socket.destroyed && socket.write(piece));
  };
  socket.on("drain", more);
  more();
}

const [ping, emptyContinuation, textBegin] = [0x89, 0x00, 0x01];
const hundredPings = Buffer.concat(Array<Buffer>(100).fill(frame(ping, new Uint8Array(120))));

/** Each does something to a socket of its own; the server must close it. */
const attacks: Readonly<Record<string, () => Promise<void>>> = {
  "pings without end, whose answers are not read": async () => {
    const { socket, closed } = await socketTo(httpPort());
    socket.write(upgrade());
    flood(socket, hundredPings);
    await closed;
    // Not because it never logs in: that takes longer.
    const ended = rig.meta.journal.entries.findLast(({ kind }) => kind === "connection");
    expect(ended).toMatchObject({ event: "closed", by: "provider" });
  },
  "a message of empty pieces that never ends": async () => {
    const { socket, closed } = await socketTo(httpPort());
    socket.write(upgrade());
    socket.write(frame(textBegin, Uint8Array.of(97)));
    flood(socket, Buffer.concat(Array<Buffer>(100).fill(frame(emptyContinuation, new Uint8Array(0)))));
    return closed;
  },
  "a WebSocket header that announces 2^62 bytes": async () => {
    const { socket, closed } = await socketTo(httpPort());
    socket.write(upgrade());
    socket.write(Buffer.from("82ff4000000000000000", "hex"));
    return closed;
  },
  "random bytes instead of HTTP": async () => {
    const { socket, closed } = await socketTo(httpPort());
    socket.write(systemRandom.bytes(5000));
    return closed;
  },
  "headers of 10 MB": async () => {
    const { socket, closed } = await socketTo(httpPort());
    socket.write("GET / HTTP/1.1\r\n");
    flood(socket, Buffer.from(`x-${"a".repeat(1000)}: 1\r\n`));
    return closed;
  },
  "nothing, on the port of bare TCP": async () => (await socketTo(rig.meta.chatTcpPort)).closed,
  "a byte of the header, and then nothing": async () => {
    const { socket, closed } = await socketTo(rig.meta.chatTcpPort);
    socket.write("W");
    return closed;
  },
  "zeros without end": async () => {
    const { socket, closed } = await socketTo(rig.meta.chatTcpPort);
    flood(socket, new Uint8Array(65_536));
    return closed;
  },
  "frames of no bytes without end": async () => {
    const { socket, closed } = await socketTo(rig.meta.chatTcpPort);
    socket.write(Buffer.from("57410603", "hex"));
    flood(socket, new Uint8Array(3000));
    return closed;
  },
};

test.each(Object.entries(attacks))("%s: the socket is closed, and others are served", async (_, attack) => {
  await attack();
  const client = await rig.connect(await rig.enlist("bystander"));
  client.send(iq("get", "w:p", undefined, "still"));
  expect(await client.take("iq", { id: "still" })).toMatchObject({ attrs: { type: "result" } });
  client.end();
  await client.closed;
});

test("4,200 sockets that say nothing leave room for one that does, once they are closed", async () => {
  const silent = [];
  // Fewer at once than the system keeps for a server that has yet to accept them: a client that it drops hears nothing of that.
  for (let count = 0; count < 4200; count += 100) {
    silent.push(...(await Promise.all(Array.from({ length: 100 }, () => socketTo(rig.meta.chatTcpPort)))));
  }
  await Promise.all(silent.map(({ closed }) => closed));
  const client = await rig.connectTcp(await rig.enlist("after"));
  await client.take("success");
  client.end();
});
