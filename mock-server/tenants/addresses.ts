import { mediaFolder, type MediaHost } from "../media/store.js";

/** Where an endpoint can be reached. */
export interface Origin {
  /** For example `https://127.0.0.1:8443`. */
  readonly http: string;
  readonly ws: string;
}

/** The id of the tenant that always exists. Its paths have no prefix. */
export const firstTenantId = "default";

/** The paths of every other tenant begin with this and the tenant's id. */
export const tenantPrefix = "/t/";

export function isTenantId(id: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,39}$/.test(id);
}

/**
 * The media host of a tenant; undefined without https, because ordinary clients use nothing else. They build addresses
 * from a host name, which leaves no room for a prefix (wire 6.2). So the tenant is part of the `auth` that they show for
 * an upload, and of the path of each file.
 */
export function mediaHostOf(origin: string, tenant: string): MediaHost | undefined {
  const name = /^https:\/\/(.+)$/.exec(origin)?.[1];
  return name === undefined ? undefined : { name, authPrefix: `media.${tenant}.` };
}

/** The folder of a tenant's files, for their paths. */
export function mediaFolderOf(tenant: string): string {
  return tenant === firstTenantId ? mediaFolder : `${mediaFolder}${tenant}/`;
}

const upload = /^\/mms\/[^?]*\?(?:.*&)?auth=media\.([^.&]+)\./;
const download = /^\/v\/t62\.7118-24\/([^/?]+)\//;

/** The tenant whose file a request without a prefix is about; undefined if the request does not name one. */
export function tenantOfMedia(url: string): string | undefined {
  const [, id = ""] = upload.exec(url) ?? download.exec(url) ?? [];
  return isTenantId(id) ? id : undefined;
}
