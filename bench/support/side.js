import { startEjabberd } from "../servers/ejabberd.js";
import { startChild } from "./child.js";
import { cpuMsOf, rssOf } from "./proc.js";

/** A server in its own process, and its clients in another. */
export async function startSide(kind, count) {
  const server = await servers[kind]();
  const load = startChild("load/generator.js");
  const introduction = await load.ask("prepare", dialects[kind], server.address);
  if (introduction !== undefined) await server.introduce(introduction);
  await load.ask("register", count);
  await server.collect();
  const before = rssOf(server.pid);
  const cpuBefore = cpuMsOf(server.pid);
  const began = performance.now();
  await load.ask("connect", count);
  const loginSeconds = (performance.now() - began) / 1000;
  const loginCpuMs = (cpuMsOf(server.pid) - cpuBefore) / count;
  await server.collect();
  const bytesPerConnection = (rssOf(server.pid) - before) / count;
  return {
    bytesPerConnection,
    loginsPerSecond: count / loginSeconds,
    loginCpuMs,
    /** Messages per second, and microseconds of the server's processor time for each. */
    async flood(ms) {
      const cpu = cpuMsOf(server.pid);
      const { messages, seconds, lost } = await load.ask("flood", ms);
      const cpuUs = ((cpuMsOf(server.pid) - cpu) * 1000) / Math.max(1, messages);
      return { perSecond: messages / seconds, cpuUs, lost };
    },
    pace: (perSecond, ms) => load.ask("pace", perSecond, ms),
    pid: server.pid,
    rss: () => rssOf(server.pid),
    ask: server.ask,
    async stop() {
      await load.stop();
      await server.stop();
    },
  };
}

const dialects = {
  endpoint: "noise",
  relay: "relay",
  "ejabberd-tls": "xmpp-acknowledged",
  ejabberd: "xmpp-acknowledged",
  "ejabberd-bare": "xmpp",
};

const servers = {
  endpoint: () => nodeServer("servers/endpoint.js"),
  relay: () => nodeServer("servers/relay.js"),
  "ejabberd-tls": () => erlangServer({ tls: true }),
  ejabberd: () => erlangServer({ tls: false }),
  "ejabberd-bare": () => erlangServer({ tls: false }),
};

/** Erlang collects garbage process by process; idle ones have done so by themselves after a moment. */
async function erlangServer(options) {
  return { ...(await startEjabberd(options)), collect: () => new Promise((resolve) => setTimeout(resolve, 3000)) };
}

async function nodeServer(script) {
  const child = startChild(script, [], ["--expose-gc"]);
  return {
    pid: child.pid,
    address: await child.ask("address"),
    introduce: (integrator) => child.ask("integrator", integrator),
    collect: () => child.ask("collect"),
    ask: child.ask,
    stop: child.stop,
  };
}
