import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { hostNameIn } from "../../core/host-name.js";
import type { Random } from "../../core/random.js";
import { recordRequest } from "../http/exchange.js";
import { foreignPage } from "../http/page-guard.js";
import { type StanzaCodec, stanzaCodec } from "../servers/chat/codec.js";
import { MockServerError } from "../side/errors.js";
import type { TenantSpec } from "../side/side.js";
import { firstTenantId, isTenantId, tenantOfMedia, tenantPrefix } from "./addresses.js";
import { createTenant, type Tenant, type TenantDeps } from "./tenant.js";

export interface TenantsDeps extends Omit<TenantDeps, "id" | "prefix" | "codec"> {
  /** Of the first tenant. */
  readonly random: Random;
}

const maximumTenants = 256;

/** Every tenant of an endpoint. Finds the tenant that a request is for. */
export class Tenants {
  readonly first: Tenant;
  readonly #deps: TenantsDeps;
  readonly #byId = new Map<string, Tenant>();
  #count = 0;

  private constructor(deps: TenantsDeps, codec: StanzaCodec) {
    this.#deps = deps;
    this.first = createTenant({ ...deps, codec, id: firstTenantId, prefix: "" });
    this.#byId.set(firstTenantId, this.first);
  }

  /** Starts with the first tenant. @throws MockServerError `unsupported-profile-value` */
  static async start(deps: TenantsDeps): Promise<Tenants> {
    return new Tenants(deps, await stanzaCodec(deps.profile));
  }

  get(id: string): Tenant | undefined {
    return this.#byId.get(id);
  }

  list(): readonly Tenant[] {
    return [...this.#byId.values()];
  }

  /** @throws MockServerError `bad-tenant-id`, `tenant-exists`, `too-many-tenants`, `unsupported-profile-value` */
  async create(spec: TenantSpec): Promise<Tenant> {
    const { random: _first, ...deps } = this.#deps;
    const { profile = deps.profile } = spec;
    const codec = await stanzaCodec(profile);
    // No await from here on, so that two calls cannot take the same id.
    const id = spec.id ?? this.#freeId();
    if (!isTenantId(id)) throw refusal("bad-tenant-id", id, "at most 40 lower-case letters, digits and hyphens");
    if (this.#byId.has(id)) throw refusal("tenant-exists", id, "an id that is free");
    if (this.#byId.size >= maximumTenants) throw refusal("too-many-tenants", id, `at most ${maximumTenants} tenants`);
    const { seed = `${deps.seed}/${id}` } = spec;
    const tenant = createTenant({ ...deps, id, prefix: `${tenantPrefix}${id}`, profile, codec, seed });
    this.#byId.set(id, tenant);
    return tenant;
  }

  /** Stops a tenant and forgets it; false if there is none. The first one stays. */
  async remove(id: string): Promise<boolean> {
    const tenant = this.#byId.get(id);
    if (tenant === undefined || tenant === this.first) return false;
    this.#byId.delete(id);
    await tenant.side.close();
    return true;
  }

  /** Stops all. Requests that still arrive reach only the first tenant, which no longer answers. */
  async closeAll(): Promise<void> {
    await Promise.all(this.list().map((tenant) => tenant.side.close()));
  }

  request(request: IncomingMessage, response: ServerResponse): void {
    const tenant = this.#take(request);
    const problem = this.#foreign(request, tenant);
    if (problem !== undefined) return void response.writeHead(403, { "content-type": "text/plain" }).end(problem);
    if (tenant !== undefined) return tenant.request(request, response);
    response.writeHead(404).end();
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const tenant = this.#take(request);
    const problem = this.#foreign(request, tenant);
    if (problem !== undefined) return refuseUpgrade(socket, "403 Forbidden", problem);
    if (tenant !== undefined) return tenant.upgrade(request, socket, head);
    refuseUpgrade(socket, "404 Not Found", "");
  }

  /** What a page of another site asks for is refused, and recorded where a provider's developer looks for the reason. */
  #foreign(request: IncomingMessage, tenant: Tenant | undefined): string | undefined {
    const problem = foreignPage(request, hostNameIn(this.#deps.origin().http) ?? "");
    if (problem === undefined || tenant === undefined) return problem;
    const { journal, core } = tenant;
    const server = request.headers.upgrade === undefined ? "enlistment" : "chat";
    const refused = recordRequest({ journal, nextExchange: core.nextExchange }, server, request);
    refused.answer({ status: 403, headers: {}, body: problem });
    return problem;
  }

  /** The tenant that a request is for. Removes the prefix, so that every tenant sees the paths of its profile. */
  #take(request: IncomingMessage): Tenant | undefined {
    const { url = "/" } = request;
    if (!url.startsWith(tenantPrefix)) return this.#byId.get(tenantOfMedia(url) ?? firstTenantId) ?? this.first;
    const end = indexOr(url, "/", tenantPrefix.length);
    const tenant = this.#byId.get(url.slice(tenantPrefix.length, end));
    if (tenant === undefined || tenant === this.first) return undefined;
    request.url = url.slice(end) || "/";
    return tenant;
  }

  #freeId(): string {
    let id: string;
    do id = `t${++this.#count}`;
    while (this.#byId.has(id));
    return id;
  }
}

function refuseUpgrade(socket: Duplex, status: string, body: string): void {
  // A peer that has gone needs no answer.
  socket.on("error", () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}

function indexOr(text: string, wanted: string, from: number): number {
  const found = text.indexOf(wanted, from);
  return found < 0 ? text.length : found;
}

function refusal(code: MockServerError["code"], found: string, wanted: string): MockServerError {
  return new MockServerError(code, `Create tenant: found "${found.slice(0, 60)}", wanted ${wanted}`);
}
