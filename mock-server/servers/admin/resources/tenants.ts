import { loadedProfile } from "../../../../profiles/load.js";
import type { Profile } from "../../../../profiles/profile.js";
import type { Tenant } from "../tenant.js";
import { createTenant, getTenant, listTenants, removeTenant, resetTenant } from "../contract/tenants.js";
import { route } from "../route.js";
import { absent } from "./find.js";

export const tenantRoutes = [
  route(createTenant, async ({ tenants, body: { profile: wanted, ...spec } }) => {
    const profile = wanted === undefined ? {} : { profile: await profileOf(wanted) };
    return shown(await tenants.create({ ...spec, ...profile }));
  }),
  route(listTenants, ({ tenants }) => ({ tenants: tenants.list().map(shown) })),
  route(getTenant, ({ tenants, params: { tenant: id } }) => shown(tenants.get(id) ?? absent("tenant", id))),
  route(removeTenant, async ({ tenants, params: { tenant: id } }) => {
    if (!(await tenants.remove(id))) absent("tenant that can be removed", id);
  }),
  route(resetTenant, async ({ tenant }) => {
    await tenant.side.reset();
    return { since: tenant.epoch.since };
  }),
];

/** Never a file: who may ask for a tenant must not thereby read the disk. */
async function profileOf(wanted: string | object): Promise<Profile> {
  const { profile } = await loadedProfile(wanted);
  return profile;
}

function shown({ id, seed, side }: Tenant) {
  return { id, seed, profile: side.profile.name, endpoints: side.endpoints };
}
