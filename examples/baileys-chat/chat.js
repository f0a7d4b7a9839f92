// An ordinary open client, unmodified, pairs with a simulated WhatsApp user, and both write. Everything that a person or
// Meta's servers would do is asked for over the admin API, with nothing but fetch: any language can do the same.
//
//   interop serve --profile whatsapp-consumer --tls --ready-file ready.json
//   NODE_EXTRA_CA_CERTS=$(node -p 'require("./ready.json").tlsCa') node examples/baileys-chat/chat.js ready.json
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DisconnectReason, makeWASocket, useMultiFileAuthState } from "baileys";

const [readyFile = "ready.json"] = process.argv.slice(2);
const { adminUrl, adminToken, chatUrl } = JSON.parse(await readFile(readyFile, "utf8"));

async function ask(path, body = {}) {
  const headers = { authorization: `Bearer ${adminToken}`, "content-type": "application/json" };
  const response = await fetch(`${adminUrl}/v1${path}`, { method: "POST", headers, body: JSON.stringify(body) });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${path}: ${answer.detail}`);
  return answer;
}

const ada = await ask("/users", { name: "Ada" });
const ben = await ask("/users", { name: "Ben" });

const nothing = () => undefined;
const silent = { level: "silent", trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing };
const logger = { ...silent, fatal: nothing, child: () => logger };
const folder = await mkdtemp(join(tmpdir(), "baileys-chat-"));
const { state, saveCreds } = await useMultiFileAuthState(folder);

/** Resolves with an open connection. A new client shows a code, is sent away with 515 when paired, and comes back. */
function open() {
  return new Promise((resolve, reject) => {
    const socket = makeWASocket({
      waWebSocketUrl: chatUrl,
      auth: state,
      logger,
      version: [2, 3000, 1],
      // No phone here sends its history; without this the client holds its events back for 20 seconds.
      shouldSyncHistoryMessage: () => false,
    });
    socket.ev.on("creds.update", () => void saveCreds());
    socket.ev.on("connection.update", ({ qr, connection, lastDisconnect }) => {
      if (qr !== undefined) ask(`/users/${ada.jid}/devices/pair`, { code: qr }).then(paired, reject);
      if (connection === "open") resolve(socket);
      if (connection !== "close") return;
      const { error } = lastDisconnect ?? {};
      if (error?.output?.statusCode === DisconnectReason.restartRequired) open().then(resolve, reject);
      else reject(error ?? new Error("The connection was closed"));
    });
  });
}

function paired({ jid }) {
  process.stdout.write(`Ada's phone scanned the code: the client is ${jid}\n`);
}

const socket = await open();
const read = new Promise((resolve) => {
  socket.ev.on("messages.upsert", ({ messages }) => {
    for (const { key, message } of messages) if (!key.fromMe) resolve(message?.conversation);
  });
});

const { key } = await socket.sendMessage(ben.jid, { text: "Hello Ben" });
const predicate = { kind: "opened", user: ben.jid, messageId: key.id };
const { entry } = await ask("/wait", { predicate, timeoutMs: 10_000 });
process.stdout.write(`Ben read: ${entry.content.text}\n`);

await ask(`/users/${ben.jid}/messages`, { to: ada.jid, content: { type: "text", text: "Hello Ada" } });
process.stdout.write(`The client read: ${await read}\n`);

await socket.end(undefined);
await rm(folder, { recursive: true, force: true, maxRetries: 10 });
process.exit(0);
