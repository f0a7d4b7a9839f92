import { WebSocket } from "ws";
import { sealedBytes } from "./stanzas.js";

const framing = 'xmlns="urn:ietf:params:xml:ns:xmpp-framing"';
const password = "secret";
// What the Noise clients carry as bytes, XMPP carries as base64.
const body = Buffer.alloc(sealedBytes, 7).toString("base64");

/** Users of an XMPP server over WebSocket (RFC 7395), logged in with SASL PLAIN. */
export async function xmppClients({ chatUrl, apiUrl, host }, onMessage) {
  let registered = 0;
  return {
    async register(count) {
      for (; registered < count; registered++) await registerUser(apiUrl, host, `user${registered}`);
    },
    connect: (index) => session(chatUrl, host, index, onMessage),
  };
}

async function registerUser(apiUrl, host, user) {
  const request = { method: "POST", body: JSON.stringify({ user, host, password }) };
  const response = await fetch(`${apiUrl}/register`, request);
  if (!response.ok) throw new Error(`Register ${user}: status ${response.status}, ${await response.text()}`);
  await response.arrayBuffer();
}

async function session(url, host, index, onMessage) {
  const socket = new WebSocket(url, "xmpp", { perMessageDeflate: false });
  const steps = loginSteps(host, index);
  await new Promise((resolve, reject) => {
    socket.once("error", reject);
    socket.once("open", () => socket.send(steps.next().value));
    socket.on("message", (data) => {
      const text = data.toString();
      if (text.startsWith("<message")) return void onMessage(Number(/ id=['"](\d+)['"]/.exec(text)[1]));
      const answer = steps.next(text);
      if (answer.done) resolve();
      else if (answer.value !== undefined) socket.send(answer.value);
    });
  });
  return {
    send: (to, id) =>
      socket.send(
        `<message xmlns="jabber:client" type="chat" id="${id}" to="user${to}@${host}/bench"><body>${body}</body></message>`,
      ),
    close: () => socket.terminate(),
  };
}

/** Yields what the client says next; undefined while the server is still speaking. */
function* loginSteps(host, index) {
  const stream = `<open ${framing} to="${host}" version="1.0"/>`;
  const plain = Buffer.from(`\0user${index}\0${password}`).toString("base64");
  yield* until("features", stream);
  yield* until("<success", `<auth xmlns="urn:ietf:params:xml:ns:xmpp-sasl" mechanism="PLAIN">${plain}</auth>`);
  yield* until("features", stream);
  const bind = '<bind xmlns="urn:ietf:params:xml:ns:xmpp-bind"><resource>bench</resource></bind>';
  yield* until("<jid>", `<iq xmlns="jabber:client" type="set" id="bind">${bind}</iq>`);
}

function* until(mark, said) {
  let heard = yield said;
  while (!heard.includes(mark)) heard = yield undefined;
}
