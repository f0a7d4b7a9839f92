import { concat, fromHex, utf8 } from "../../dist/core/bytes.js";
import { integratorHost } from "../../dist/mock-server/testing/integrator-host.js";
import { freshKeys } from "../../dist/mock-server/testing/rig.js";
import { builtInProfile } from "../../dist/profiles/built-in.js";
import { encodeEnlistment } from "../../dist/protocol/enlistment/request.js";
import { encodeClientPayload } from "../../dist/protocol/noise/client-payload.js";
import { encodeFrame, FrameReader } from "../../dist/protocol/noise/framing.js";
import { startInitiator } from "../../dist/protocol/noise/initiator.js";
import { generateKeyPair } from "../../dist/protocol/noise/keys.js";
import { decodeExpected, encodeHandshake } from "../../dist/protocol/noise/messages.js";
import { packPayload, unpackPayload } from "../../dist/protocol/stanza/payload.js";
import { systemRandom } from "../../dist/runtime/random.js";
import { WebSocket } from "ws";
import { ackOf, messageTo } from "./stanzas.js";

const { profile } = builtInProfile("whatsapp");
const header = fromHex(profile.channel.header);
// One key pair and one set of Signal keys for all users: the endpoint checks each of them, the load costs less to make.
const staticKey = generateKeyPair(systemRandom);
const keys = freshKeys();

/** A provider with many users: enlisted over HTTP, then logged in through Noise with a token each. */
export async function noiseClients({ chatUrl, enlistUrl }, onMessage) {
  const integrator = await integratorHost(profile, Date.now);
  const users = [];
  return {
    /** For the server: where the provider publishes its keys. */
    introduction: integrator.integrator,
    async register(count) {
      while (users.length < count) users.push(await enlist(integrator, enlistUrl, `user${users.length}`));
    },
    connect: async (index) => session(await open(chatUrl), users[index], users, onMessage),
  };
}

async function enlist(integrator, enlistUrl, userId) {
  const token = await integrator.token(userId);
  const body = encodeEnlistment({ authKey: staticKey.publicKey, identityKey: keys.identity, ...keys, token });
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const { login } = await (await fetch(enlistUrl, { method: "POST", headers, body })).json();
  return { login, token: utf8(token) };
}

function open(url) {
  const socket = new WebSocket(url, { perMessageDeflate: false });
  return new Promise((resolve, reject) => socket.once("open", () => resolve(socket)).once("error", reject));
}

async function session(socket, { login, token }, users, onMessage) {
  const reader = new FrameReader();
  const initiator = startInitiator({ prologue: header, staticKey, ephemeral: generateKeyPair(systemRandom) });
  const hello = encodeHandshake({ kind: "clientHello", fields: { ephemeral: initiator.hello() } });
  let transport;
  let ready;
  const loggedIn = new Promise((resolve) => {
    ready = resolve;
  });

  function finish(body) {
    initiator.readServerHello(decodeExpected(body, "serverHello"));
    const interopData = { accountId: Number(/-(\d+)@/.exec(login)[1]), token };
    const finished = initiator.finish(encodeClientPayload({ product: 2, passive: false, pull: true, interopData }));
    const fields = { static: finished.static, payload: finished.payload };
    socket.send(encodeFrame(encodeHandshake({ kind: "clientFinish", fields })));
    transport = finished.transport;
  }

  function take(body) {
    if (transport === undefined) return finish(body);
    const { node } = unpackPayload(transport.receive.decrypt(body));
    if (node.tag === "message") {
      say(ackOf(node));
      onMessage(Number(node.attrs.id));
    } else if (node.tag === "ib") ready();
  }

  const say = (stanza) => socket.send(encodeFrame(transport.send.encrypt(packPayload(stanza))));
  socket.on("message", (data) => {
    for (const body of reader.push(data)) take(body);
  });
  socket.send(concat(header, encodeFrame(hello)));
  await loggedIn;
  return {
    send: (to, id) => say(messageTo(users[to].login, String(id))),
    close: () => socket.terminate(),
  };
}
