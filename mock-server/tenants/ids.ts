/** The id of the tenant that is always there, without a prefix before its paths. */
export const firstTenantId = "default";

/** Every path of another tenant begins with this and its id. */
export const tenantPrefix = "/t/";

export function isTenantId(id: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,39}$/.test(id);
}
