import { createServer, type Server } from "node:http";
import { toHex } from "../../core/bytes.js";
import type { Clock } from "../../core/clock.js";
import { seededRandom, systemRandom } from "../../runtime/random.js";
import { systemClock } from "../../runtime/system-clock.js";
import { authorityOf, listenOnBoth, reachableHost, stopListening } from "../http/listen.js";
import type { AdminDeps, AdminServer } from "../servers/admin/server.js";
import { chatTcpServer } from "../servers/chat/server.js";
import type { Origin } from "../tenants/addresses.js";
import type { Tenant } from "../tenants/tenant.js";
import { Tenants } from "../tenants/tenants.js";
import type { KeyLog } from "./key-log.js";
import type { MetaEndpoint, MetaEndpointOptions, MetaTenant } from "./options.js";
import type { SecureServer } from "./secure-server.js";

/**
 * Starts the simulated Meta side; it is ready when this resolves. Any number of them can run in one process.
 *
 * @throws MockServerError `unsupported-profile-value`; the system's error if it cannot bind a port or write the key log.
 */
export async function startMetaEndpoint(options: MetaEndpointOptions): Promise<MetaEndpoint> {
  const { host = "127.0.0.1", advertise, httpPort = 0, chatTcpPort = 0 } = options.listen ?? {};
  const name = reachableHost(host, advertise);
  const seed = options.seed ?? toHex(systemRandom.bytes(8));
  const clock = options.clock ?? systemClock;
  const bound: { origin?: Origin } = {};

  const keyLog = options.keyLog === undefined ? undefined : await keyLogAt(options.keyLog, options.onKeyLogFailure);
  const { profile, random = seededRandom(seed), journal, keepAccounts = false } = options;
  const tenants = await Tenants.start({
    profile,
    seed,
    random,
    clock,
    keepAccounts,
    ...(journal !== undefined && { journal }),
    ...(keyLog !== undefined && { keyLog: keyLog.noise }),
    origin: () => bound.origin ?? unbound,
  });
  const secure = options.tls === true ? await secureServer(clock, [host, name], keyLog) : undefined;
  const http: Server = secure?.server ?? createServer();
  http.on("request", (request, response) => tenants.request(request, response));
  http.on("upgrade", (request, socket, head) => tenants.upgrade(request, socket, head));
  const tcp = chatTcpServer(tenants.first.core.connections);
  const admin = options.admin === undefined ? undefined : await adminServer({ tenants, clock, ca: secure?.ca });

  async function release(): Promise<void> {
    // The admin API first, so that it can tell its waiting clients that the endpoint closes.
    const adminStopped = admin?.close();
    await tenants.closeAll();
    const stopped = Promise.all([adminStopped, stopListening(http), stopListening(tcp)]);
    http.closeAllConnections();
    await stopped;
    await secure?.caFile.remove();
    keyLog?.close();
  }

  const [port, tcpPort] = await orRelease(listenOnBoth(host, [http, httpPort], [tcp, chatTcpPort]), release);
  bound.origin = originAt(name, port, secure !== undefined);
  const adminAt = { ...options.admin, ...(advertise !== undefined && { advertise }) };
  const adminUrl = admin === undefined ? undefined : await orRelease(admin.listen(adminAt), release);

  const { first } = tenants;
  return {
    ...first.side,
    seed,
    async secrets() {
      const own = await first.side.secrets();
      return admin === undefined ? own : [...own, { name: "token of the admin API", value: admin.token }];
    },
    chatTcpPort: tcpPort,
    ca: secure?.ca,
    manifest: () => ({
      ...first.side.endpoints,
      tlsCa: secure?.caFile.path ?? null,
      adminUrl: adminUrl ?? null,
      adminToken: admin?.token ?? null,
    }),
    tenant: async (spec = {}) => asMetaTenant(await tenants.create(spec), tenants),
    close: release,
  };
}

/** Never handed out: addresses are read only after the sockets are bound. */
const unbound: Origin = { http: "", ws: "" };

function originAt(host: string, port: number, secure: boolean): Origin {
  const authority = authorityOf(host, port);
  return secure
    ? { http: `https://${authority}`, ws: `wss://${authority}` }
    : { http: `http://${authority}`, ws: `ws://${authority}` };
}

function asMetaTenant({ id, seed, side }: Tenant, tenants: Tenants): MetaTenant {
  return { ...side, id, seed, close: async () => void (await tenants.remove(id)) };
}

async function orRelease<Value>(start: Promise<Value>, release: () => Promise<void>): Promise<Value> {
  try {
    return await start;
  } catch (thrown) {
    await release();
    throw thrown;
  }
}

// An ordinary run needs none of the following, so their code is loaded on demand.

async function keyLogAt(file: string, onFailure: MetaEndpointOptions["onKeyLogFailure"]): Promise<KeyLog> {
  const { openKeyLog } = await import("./key-log.js");
  return openKeyLog(file, onFailure);
}

async function secureServer(clock: Clock, names: readonly string[], keyLog: KeyLog | undefined): Promise<SecureServer> {
  const { createSecureServer } = await import("./secure-server.js");
  return createSecureServer({ clock, random: systemRandom, names, ...(keyLog && { keyLog: keyLog.tls }) });
}

async function adminServer(deps: Omit<AdminDeps, "random">): Promise<AdminServer> {
  const { createAdminServer } = await import("../servers/admin/server.js");
  return createAdminServer({ ...deps, random: systemRandom });
}
