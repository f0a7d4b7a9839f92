import { createServer } from "node:http";
import { toBase64Url } from "../../../core/bytes.js";
import type { Clock } from "../../../core/clock.js";
import type { Random } from "../../../core/random.js";
import { authorityOf, isWildcard, listen, reachableHost, stopListening } from "../../http/listen.js";
import { foreignPage } from "../../http/page-guard.js";
import { adminApp } from "./app.js";
import type { Tenants } from "./handlers/tenant.js";
import { createMetrics } from "./metrics.js";

export interface AdminDeps {
  readonly tenants: Tenants;
  /** Real time. */
  readonly clock: Clock;
  /** PEM; undefined without TLS. */
  readonly ca: string | undefined;
  /** The system's own: the token is a secret. */
  readonly random: Random;
}

/** The admin API on a port of its own. */
export interface AdminServer {
  /** For the header `authorization: Bearer …`. */
  readonly token: string;
  /**
   * Resolves with the base URL, without a trailing slash. `advertise` counts only where all interfaces are bound: bound
   * to one, the server cannot be reached under another name.
   */
  listen(where: { readonly host?: string; readonly port?: number; readonly advertise?: string }): Promise<string>;
  close(): Promise<void>;
}

const tokenBytes = 32;
/** How long unfinished requests may take when the endpoint closes. */
const lingerMs = 300;

export function createAdminServer({ tenants, clock, ca, random }: AdminDeps): AdminServer {
  const token = toBase64Url(random.bytes(tokenBytes));
  let closed = false;
  const metrics = createMetrics(tenants);
  const context = { tenants, clock, ca, metrics: metrics.text, closing: () => closed };
  let name = "";
  const app = adminApp(context, token);
  const server = createServer((request, response) => {
    const problem = foreignPage(request, name);
    if (problem === undefined) return void app(request, response);
    response.writeHead(403, { "content-type": "text/plain" }).end(problem);
  });
  return {
    token,
    async listen({ host = "127.0.0.1", port = 0, advertise }) {
      const bound = await listen(server, host, port);
      name = reachableHost(host, isWildcard(host) ? advertise : undefined);
      return `http://${authorityOf(name, bound)}`;
    },
    async close() {
      closed = true;
      metrics.close();
      const stopped = stopListening(server);
      // Answers to the waits that closing has just ended may still be sent.
      server.closeIdleConnections();
      clock.after(lingerMs, () => server.closeAllConnections());
      await stopped;
    },
  };
}
