import { loadedProfile } from "../../../../profiles/load.js";
import type { Profile } from "../../../../profiles/profile.js";
import { contracts } from "../contract/index.js";
import { AdminError } from "../contract/problems.js";
import type { server, tenants } from "../contract/server.js";
import { openApiDocument } from "../docs/openapi.js";
import { pageOf } from "../docs/page.js";
import { absent, type Handlers } from "./handler.js";
import type { Tenant } from "./tenant.js";

export const tenantHandlers: Handlers<typeof tenants> = {
  async createTenant({ tenants: all, body: { profile: wanted, ...spec } }) {
    const profile = wanted === undefined ? {} : { profile: await profileOf(wanted) };
    return shown(await all.create({ ...spec, ...profile }));
  },
  listTenants: ({ tenants: all }) => ({ tenants: all.list().map(shown) }),
  getTenant: ({ tenants: all, params: { tenant: id } }) => shown(all.get(id) ?? absent("tenant", id)),
  async removeTenant({ tenants: all, params: { tenant: id } }) {
    if (!(await all.remove(id))) absent("tenant that can be removed", id);
  },
  async resetTenant({ tenant }) {
    await tenant.side.reset();
    return { since: tenant.epoch.since };
  },
};

/** Never a file: the right to create a tenant must not include reading the disk. */
async function profileOf(wanted: string | object): Promise<Profile> {
  const { profile } = await loadedProfile(wanted);
  return profile;
}

function shown({ id, seed, side }: Tenant) {
  return { id, seed, profile: side.profile.name, endpoints: side.endpoints };
}

export const serverHandlers: Handlers<typeof server> = {
  health: () => ({ status: "ok" }),
  ready({ closing }) {
    if (closing()) throw new AdminError("closing", "Ask whether ready: found the endpoint closing");
    return { status: "ready" };
  },
  readMetrics: ({ metrics }) => once(metrics),
  readDocument: () => openApiDocument(contracts),
  readPage: () => pageOf(openApiDocument(contracts)),
  readServer({ tenants: { first }, ca }) {
    const { name: profile, version: profileVersion } = first.side.profile;
    return { seed: first.seed, profile, profileVersion, tls: ca !== undefined };
  },
  readCa: ({ ca }) => ca ?? absent("CA certificate", "without TLS"),
};

/** One piece of text that takes time. */
async function* once(text: () => Promise<string>): AsyncIterable<string> {
  yield await text();
}
