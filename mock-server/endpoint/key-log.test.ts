import { createDecipheriv } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { concat, toHex } from "../../core/bytes.js";
import { FrameReader } from "../../protocol/noise/framing.js";
import { decodeExpected } from "../../protocol/noise/messages.js";
import { unpackPayload } from "../../protocol/stanza/payload.js";
import { systemClock } from "../../runtime/system-clock.js";
import { listen } from "../http/listen.js";
import { startMetaEndpoint } from "../index.js";
import { chatClient, rawTcp } from "../servers/chat/testing/chat-client.js";
import { iq } from "../testing/engine-bench.js";
import { integratorHost } from "../testing/integrator-host.js";
import { enlistAt, payloadFor, testProfile } from "../testing/rig.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "interop-keys-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What an observer of the network records, in each direction. */
async function recorder(port: number) {
  const sent: Buffer[] = [];
  const received: Buffer[] = [];
  const server = createServer((near: Socket) => {
    const far = connect({ host: "127.0.0.1", port });
    near.on("data", (data) => sent.push(data)).pipe(far);
    far.on("data", (data) => received.push(data)).pipe(near);
    for (const socket of [near, far]) socket.on("error", () => undefined);
  });
  await listen(server, "127.0.0.1", 0);
  return { server, port: (server.address() as AddressInfo).port, sent, received };
}

/** AES-256-GCM with nothing of ours: counter in the last bytes of the nonce, no associated data, tag at the end. */
function decrypt(keyHex: string, counter: number, frame: Uint8Array): Uint8Array {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(counter, 8);
  const decipher = createDecipheriv("aes-256-gcm", Buffer.from(keyHex, "hex"), nonce);
  decipher.setAuthTag(frame.subarray(-16));
  return concat(decipher.update(frame.subarray(0, -16)), decipher.final());
}

test("the key log decrypts recorded chat traffic, by the client's ephemeral key", async () => {
  const file = join(folder, "keys.log");
  const profile = testProfile();
  const meta = await startMetaEndpoint({ profile, keyLog: file });
  const host = await integratorHost(profile, systemClock.now);
  meta.integrator(host.integrator);
  const tap = await recorder(meta.chatTcpPort);
  const user = await enlistAt(meta.endpoints.enlistUrl, host, "ada");
  const { rootKey } = meta.endpoints;
  const payload = await payloadFor(user, host);
  const client = await chatClient(await rawTcp(tap.port), { staticKey: user.staticKey, rootKey, payload });
  await client.take("success");
  client.send(iq("get", "w:p", undefined, "p1"));
  await client.take("iq", { id: "p1" });
  client.end();
  await client.closed;
  await Promise.all([meta.close(), host.host.close()]);
  tap.server.close();

  const header = 4;
  const [hello, , ...fromClient] = new FrameReader().push(concat(...tap.sent).subarray(header));
  const [, ...fromServer] = new FrameReader().push(concat(...tap.received));
  const { ephemeral } = decodeExpected(hello ?? new Uint8Array(), "clientHello");
  const keys = new Map(
    readFileSync(file, "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => line.split(" "))
      .filter(([, id]) => id === toHex(ephemeral ?? new Uint8Array()))
      .map(([label = "", , key = ""]) => [label, key]),
  );
  const open = (label: string, frames: readonly Uint8Array[]) =>
    frames.map((frame, counter) => unpackPayload(decrypt(keys.get(label) ?? "", counter, frame)).node);
  expect(open("NOISE_CLIENT_TRAFFIC_KEY", fromClient)).toEqual([iq("get", "w:p", undefined, "p1")]);
  const tags = open("NOISE_SERVER_TRAFFIC_KEY", fromServer).map(({ tag }) => tag);
  expect([tags.at(0), tags.at(-1)]).toEqual(["success", "iq"]);
});

test("only the owner can read the file, which also has the secrets of TLS", async () => {
  const file = join(folder, "keys.log");
  const meta = await startMetaEndpoint({ profile: testProfile(), keyLog: file, tls: true });
  const { connect: connectTls } = await import("node:tls");
  const { port } = new URL(meta.endpoints.mediaUrl);
  await new Promise<void>((resolve, reject) => {
    const socket = connectTls({ port: Number(port), host: "127.0.0.1", ca: meta.ca ?? "" }, () => socket.end());
    socket.on("error", reject).on("close", () => resolve());
  });
  await meta.close();
  if (process.platform !== "win32") expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file, "utf8")).toMatch(/^CLIENT_TRAFFIC_SECRET_0 [0-9a-f]{64} [0-9a-f]+$/m);
});

test("a file that cannot be written causes the system's error", async () => {
  const starting = startMetaEndpoint({ profile: testProfile(), keyLog: join(folder, "absent", "keys.log") });
  await expect(starting).rejects.toMatchObject({ code: "ENOENT" });
});
