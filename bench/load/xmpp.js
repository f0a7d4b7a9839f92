import { WebSocket } from "ws";
import { sealedBytes } from "./stanzas.js";

const framing = 'xmlns="urn:ietf:params:xml:ns:xmpp-framing"';
const client = 'xmlns="jabber:client"';
const management = 'xmlns="urn:xmpp:sm:3"';
const password = "secret";
// What the Noise clients carry as bytes, XMPP carries as base64.
const body = Buffer.alloc(sealedBytes, 7).toString("base64");

/** Users of an XMPP server over WebSocket (RFC 7395), logged in with SASL PLAIN. They acknowledge nothing. */
export const xmppClients = clientsWith({ acknowledged: false });

/**
 * The same with stream management (XEP-0198) asked about every message: its sender learns that the server has it, and the
 * server that the receiver has it, which is what our protocol does by itself.
 */
export const acknowledgingXmppClients = clientsWith({ acknowledged: true });

function clientsWith(options) {
  return async ({ chatUrl, apiUrl, host }, onMessage) => {
    let registered = 0;
    return {
      async register(count) {
        for (; registered < count; registered++) await registerUser(apiUrl, host, `user${registered}`);
      },
      connect: (index) => session(chatUrl, host, index, onMessage, options),
    };
  };
}

async function registerUser(apiUrl, host, user) {
  const request = { method: "POST", body: JSON.stringify({ user, host, password }) };
  const response = await fetch(`${apiUrl}/register`, request);
  if (!response.ok) throw new Error(`Register ${user}: status ${response.status}, ${await response.text()}`);
  await response.arrayBuffer();
}

async function session(url, host, index, onMessage, { acknowledged }) {
  // The certificate was made for this run; who issued it is not what is measured.
  const socket = new WebSocket(url, "xmpp", { perMessageDeflate: false, rejectUnauthorized: false });
  const steps = loginSteps(host, index, acknowledged);
  let handled = 0;

  function take(text, loggedIn) {
    if (text.startsWith("<message")) {
      handled++;
      onMessage(Number(/ id=['"](\d+)['"]/.exec(text)[1]));
    } else if (text.startsWith("<r ")) socket.send(`<a ${management} h="${handled}"/>`);
    else if (!text.startsWith("<a ")) logIn(text, loggedIn);
  }

  function logIn(text, loggedIn) {
    const { value, done } = steps.next(text);
    if (done) loggedIn();
    else if (value !== undefined) socket.send(value);
  }

  await new Promise((resolve, reject) => {
    socket.once("error", reject);
    socket.once("open", () => socket.send(steps.next().value));
    socket.on("message", (data) => take(Buffer.from(data).toString(), resolve));
  });
  return {
    send(to, id) {
      const address = `user${to}@${host}/bench`;
      socket.send(`<message ${client} type="chat" id="${id}" to="${address}"><body>${body}</body></message>`);
      if (acknowledged) socket.send(`<r ${management}/>`);
    },
    close: () => socket.terminate(),
  };
}

/** Yields what the client says next; undefined while the server is still speaking. */
function* loginSteps(host, index, acknowledged) {
  const stream = `<open ${framing} to="${host}" version="1.0"/>`;
  const plain = Buffer.from(`\0user${index}\0${password}`).toString("base64");
  yield* until("features", stream);
  yield* until("<success", `<auth xmlns="urn:ietf:params:xml:ns:xmpp-sasl" mechanism="PLAIN">${plain}</auth>`);
  yield* until("features", stream);
  const bind = '<bind xmlns="urn:ietf:params:xml:ns:xmpp-bind"><resource>bench</resource></bind>';
  yield* until("<jid>", `<iq ${client} type="set" id="bind">${bind}</iq>`);
  if (acknowledged) yield* until("<enabled", `<enable ${management}/>`);
}

function* until(mark, said) {
  let heard = yield said;
  while (!heard.includes(mark)) heard = yield undefined;
}
