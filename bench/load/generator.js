// A process full of clients. Connections are partners in pairs, 0 with 1, 2 with 3 and so on; each message goes to the
// partner, and its arrival there is what counts.
import { answerParent } from "../support/child.js";
import { percentile } from "../support/measure.js";
import { noiseClients } from "./noise.js";
import { relayClients } from "./relay.js";
import { acknowledgingXmppClients, xmppClients } from "./xmpp.js";

const dialects = {
  noise: noiseClients,
  relay: relayClients,
  xmpp: xmppClients,
  "xmpp-acknowledged": acknowledgingXmppClients,
};
/** Logins under way at a time. */
const connectAtOnce = 32;
/** Messages under way when the server may go as fast as it can. */
const outstanding = 64;
/** How long the last messages may take. */
const lingerMs = 5000;

let dialect;
const clients = [];
let sentAt = new Map();
let arrived = () => undefined;
let nextSender = 0;
let lastId = 0;

function sendNext() {
  const from = nextSender;
  nextSender = (nextSender + 1) % clients.length;
  const id = ++lastId;
  sentAt.set(id, performance.now());
  clients[from].send(from ^ 1, id);
}

/** Milliseconds that a message took; undefined for one of an earlier phase. */
function takeLatency(id) {
  const sent = sentAt.get(id);
  sentAt.delete(id);
  return sent === undefined ? undefined : performance.now() - sent;
}

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function settle() {
  arrived = takeLatency;
  for (const until = performance.now() + lingerMs; sentAt.size > 0 && performance.now() < until; ) await sleep(5);
  const lost = sentAt.size;
  sentAt = new Map();
  return lost;
}

answerParent({
  async prepare(name, address) {
    dialect = await dialects[name](address, (id) => arrived(id));
    return dialect.introduction;
  },
  register: (count) => dialect.register(count),
  async connect(count) {
    while (clients.length < count) {
      const more = Math.min(connectAtOnce, count - clients.length);
      const indices = Array.from({ length: more }, (_, at) => clients.length + at);
      clients.push(...(await Promise.all(indices.map((index) => dialect.connect(index)))));
    }
  },
  /** As fast as the server lets us: each arrival sends the next message. */
  async flood(ms) {
    let messages = 0;
    arrived = (id) => {
      if (takeLatency(id) === undefined) return;
      messages++;
      sendNext();
    };
    const began = performance.now();
    for (let each = 0; each < outstanding; each++) sendNext();
    await sleep(ms);
    const seconds = (performance.now() - began) / 1000;
    const counted = messages;
    return { messages: counted, seconds, lost: await settle() };
  },
  /** At a fixed rate, also when the server is slow: this is the latency that a user sees. */
  async pace(perSecond, ms) {
    const latencies = [];
    arrived = (id) => {
      const latency = takeLatency(id);
      if (latency !== undefined) latencies.push(latency);
    };
    const began = performance.now();
    for (let sent = 0; performance.now() - began < ms; ) {
      for (const due = ((performance.now() - began) / 1000) * perSecond; sent < due; sent++) sendNext();
      await sleep(1);
    }
    await settle();
    return { p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99), messages: latencies.length };
  },
});
