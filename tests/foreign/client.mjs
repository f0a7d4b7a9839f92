// An ordinary open client, unmodified, as a child process: one JSON object per line in, one per line out. What it logs
// goes to stderr. Bytes are base64. Run by child.ts, which names the package of the client.
import { Agent } from "node:https";
import { createInterface } from "node:readline";

const packages = { baileys: () => import("baileys"), baileys6: () => import("baileys6") };
const [, , packageName = "baileys"] = process.argv;
const { makeWASocket, Curve, downloadMediaMessage, proto, useMultiFileAuthState } = await packages[packageName]();

// Its Signal library prints to the console, and stdout is for answers.
console.log =
  console.info =
  console.warn =
  console.error =
    (...parts) => {
      if (level !== "silent") process.stderr.write(`console ${parts.join(" ")}\n`);
    };

const level = process.env["CLIENT_LOG"] ?? "silent";
const logger = stderrLogger();
let socket;
let chatUrl;
let auth;
const messages = new Map();
/** By id, for a request to send a message again. */
const sent = new Map();

function stderrLogger() {
  const write =
    (name) =>
    (...parts) => {
      if (level === "silent" || (level === "error" && name !== "error")) return;
      process.stderr.write(`${name} ${JSON.stringify(parts, (_, v) => (v instanceof Error ? v.stack : v))}\n`);
    };
  const make = () => ({
    level: level === "silent" ? "silent" : "trace",
    child: make,
    trace: write("trace"),
    debug: write("debug"),
    info: write("info"),
    warn: write("warn"),
    error: write("error"),
    fatal: write("fatal"),
  });
  return make();
}

/**
 * Version 6 always asks the host of the real service for files. As with a line in the hosts file, the name then leads to
 * the endpoint; the certificate is still checked, for the endpoint's own address.
 */
function toMediaHost() {
  if (packageName !== "baileys6") return {};
  const { hostname: host, port } = chatUrl;
  return { httpsAgent: new Agent({ host, port, servername: "" }) };
}

const bytes = (value) => Buffer.from(value ?? []).toString("base64");

function say(line) {
  process.stdout.write(`${JSON.stringify(line, (_, value) => (typeof value === "bigint" ? Number(value) : value))}\n`);
}

function simple(message) {
  const { key, message: content, messageStubParameters, pushName } = message;
  return {
    key,
    pushName,
    text: content?.conversation ?? content?.extendedTextMessage?.text,
    reaction: content?.reactionMessage,
    image: content?.imageMessage ? { caption: content.imageMessage.caption } : undefined,
    file: ["imageMessage", "videoMessage", "audioMessage", "documentMessage"].some((name) => content?.[name]),
    stub: messageStubParameters,
  };
}

const operations = {
  async load({ folder }) {
    auth = await useMultiFileAuthState(folder);
    const { creds } = auth.state;
    return { registered: creds.me !== undefined, me: creds.me };
  },

  /** The public half of fresh keys, for a server that takes a device which was made elsewhere. */
  async keys() {
    const { noiseKey, signedIdentityKey, registrationId, signedPreKey } = auth.state.creds;
    return {
      noiseKey: bytes(noiseKey.public),
      identityKey: bytes(signedIdentityKey.public),
      registrationId,
      signedPreKey: {
        id: signedPreKey.keyId,
        publicKey: bytes(signedPreKey.keyPair.public),
        signature: bytes(signedPreKey.signature),
      },
    };
  },

  async adopted({ jid, lid, signedIdentity, accountKey }) {
    const { creds } = auth.state;
    const account = proto.ADVSignedDeviceIdentity.decode(Buffer.from(signedIdentity, "base64"));
    const own = creds.signedIdentityKey;
    const key = Buffer.from(accountKey, "base64");
    const signed = Buffer.concat([Buffer.from([6, 1]), account.details, own.public, key]);
    account.deviceSignature = Curve.sign(own.private, signed);
    const identifierKey = Buffer.concat([Buffer.from([5]), key]);
    const signalIdentities = [{ identifier: { name: lid, deviceId: 0 }, identifierKey }];
    Object.assign(creds, { me: { id: jid, lid, name: "Adopted" }, account, signalIdentities });
    await auth.saveCreds();
    return {};
  },

  async connect({ url }) {
    chatUrl = new URL(url);
    socket = makeWASocket({
      waWebSocketUrl: url,
      auth: auth.state,
      logger,
      version: [2, 3000, 1],
      getMessage: async ({ id }) => sent.get(id),
      markOnlineOnConnect: true,
      // There is no phone here that would send its history; without this the client holds its events back for 20 s.
      shouldSyncHistoryMessage: () => false,
    });
    // Version 6 holds back the events of a message until the next stanza arrives, unless its own flush() is called.
    if (packageName === "baileys6") setInterval(() => socket.ev.flush(), 50).unref();
    socket.ev.on("creds.update", auth.saveCreds);
    socket.ev.on(
      "connection.update",
      ({ connection, qr, lastDisconnect, isNewLogin, receivedPendingNotifications }) => {
        const status = lastDisconnect?.error?.output?.statusCode;
        const reason = lastDisconnect?.error?.message;
        say({ event: "connection", connection, qr, status, reason, isNewLogin, receivedPendingNotifications });
      },
    );
    socket.ev.on("messages.upsert", ({ messages: found, type }) => {
      for (const message of found) {
        messages.set(message.key.id, message);
        say({ event: "message", type, ...simple(message) });
        // Receipts that come while the client buffers its events are folded into the message.
        if (message.key.fromMe) say({ event: "update", key: message.key, status: message.status });
      }
    });
    socket.ev.on("messages.update", (updates) => {
      for (const { key, update } of updates) {
        say({ event: "update", key, status: update.status, stub: update.messageStubParameters });
      }
    });
    socket.ev.on("messages.reaction", (reactions) => {
      for (const { key, reaction } of reactions) say({ event: "reaction", key, text: reaction.text });
    });
    socket.ev.on("message-receipt.update", (updates) => {
      for (const { key, receipt } of updates) say({ event: "group-receipt", key, receipt });
    });
    socket.ev.on("presence.update", ({ id, presences }) => say({ event: "presence", id, presences }));
    socket.ev.on("groups.upsert", (groups) => {
      for (const { id, subject } of groups) say({ event: "group", id, subject });
    });
    return {};
  },

  async send({ to, content }) {
    const made = await socket.sendMessage(to, asContent(content));
    sent.set(made.key.id, made.message);
    return { id: made.key.id };
  },

  read: async ({ key }) => (await socket.readMessages([key]), {}),
  typing: async ({ to, state }) => (await socket.sendPresenceUpdate(state, to), {}),
  subscribe: async ({ to }) => (await socket.presenceSubscribe(to), {}),
  exists: async ({ number }) => ({ found: await socket.onWhatsApp(number) }),
  block: async ({ jid, action }) => (await socket.updateBlockStatus(jid, action), {}),
  blocked: async () => ({ jids: await socket.fetchBlocklist() }),
  picture: async ({ to }) => ({ url: await socket.profilePictureUrl(to) }),
  createGroup: async ({ subject, members }) => ({ id: (await socket.groupCreate(subject, members)).id }),
  group: async ({ id }) => ({ group: await socket.groupMetadata(id) }),

  async download({ id }) {
    const data = await downloadMediaMessage(messages.get(id), "buffer", { options: toMediaHost() }, { logger });
    return { data: bytes(data) };
  },

  async logout() {
    await socket.logout();
    return {};
  },

  async stop() {
    await socket?.end(undefined);
    setTimeout(() => process.exit(0), 50);
    return {};
  },
};

function asContent(content) {
  const kind = ["image", "video", "audio", "document"].find((each) => content[each] !== undefined);
  return kind === undefined ? content : { ...content, [kind]: Buffer.from(content[kind], "base64") };
}

for await (const line of createInterface({ input: process.stdin })) {
  const { call, op, ...params } = JSON.parse(line);
  operations[op](params).then(
    (result) => say({ call, result }),
    (error) => say({ call, error: String(error?.stack ?? error) }),
  );
}
process.exit(0);
