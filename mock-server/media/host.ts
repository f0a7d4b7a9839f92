import { firstTenantId, isTenantId } from "../tenants/ids.js";

/** Where ordinary clients put and fetch files, and what they show there. */
export interface MediaHost {
  /** Host and port. */
  readonly name: string;
  /** What every `auth` that the host takes begins with. */
  readonly authPrefix: string;
}

/** Between `/v/t` and the name of a file; identifiers of the real host begin like this. */
export const mediaFolder = "62.7118-24/";

const authStart = "media.";

/**
 * The media host of a tenant. Ordinary clients build addresses out of a host name, which has no room for a prefix (wire
 * 6.2): the tenant stands in what they get to show for an upload, and in the path of each file. They ask over https only.
 */
export function mediaHostOf(origin: string, tenant: string): MediaHost | undefined {
  const name = /^https:\/\/(.+)$/.exec(origin)?.[1];
  return name === undefined ? undefined : { name, authPrefix: `${authStart}${tenant}.` };
}

/** The folder of a tenant's files, for their paths. */
export function mediaFolderOf(tenant: string): string {
  return tenant === firstTenantId ? mediaFolder : `${mediaFolder}${tenant}/`;
}

const upload = /^\/mms\/[^?]*\?(?:.*&)?auth=media\.([^.&]+)\./;
const download = /^\/v\/t62\.7118-24\/([^/?]+)\//;

/** Whose file a request without a prefix is about; undefined when it does not say. */
export function tenantOfMedia(url: string): string | undefined {
  const [, id = ""] = upload.exec(url) ?? download.exec(url) ?? [];
  return isTenantId(id) ? id : undefined;
}
