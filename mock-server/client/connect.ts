import { readFile } from "node:fs/promises";
import { reasonOf } from "../../core/coded-error.js";
import type { Json } from "../../harness/model/trace.js";
import { readCa } from "../servers/admin/contract/server.js";
import * as tenants from "../servers/admin/contract/tenants.js";
import type { MetaManifest } from "../endpoint/options.js";
import { firstTenantId } from "../tenants/addresses.js";
import { callerOf } from "./call.js";
import { MockClientError } from "./errors.js";
import { tenantClient } from "./tenant.js";
import type { Mock } from "./types.js";

/**
 * The client of an endpoint that is running already.
 *
 * @param manifest - What `interop serve` printed, or the path of its ready file.
 * @throws MockClientError `mock-bad-manifest`, `mock-unreachable`; MockRefusal `unauthorised`
 */
export async function connectToMock(manifest: MetaManifest | string): Promise<Mock> {
  const known = typeof manifest === "string" ? await readManifest(manifest) : manifest;
  const { adminUrl: url, adminToken: token } = known;
  if (typeof url !== "string" || typeof token !== "string") {
    throw new MockClientError("mock-bad-manifest", "Connect: found a manifest without admin API, wanted one with it");
  }
  const caller = callerOf({ url, token });
  const { call } = caller;
  const first = await call(tenants.getTenant, { params: { tenant: firstTenantId } });
  return {
    ...tenantClient(caller, first, async () => undefined),
    manifest: known,
    async tenant({ profile, ...spec } = {}) {
      // It becomes JSON on the way.
      const asked = profile as string | Readonly<Record<string, Json>> | undefined;
      const body = { ...spec, ...(asked !== undefined && { profile: asked }) };
      const info = await call(tenants.createTenant, { body });
      const { id: tenant } = info;
      const remove = () => call(tenants.removeTenant, { params: { tenant } });
      return tenantClient(callerOf({ url, token, tenant }), info, remove);
    },
    ca: async () => (known.tlsCa === null ? undefined : call(readCa)),
  };
}

async function readManifest(file: string): Promise<MetaManifest> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as MetaManifest;
  } catch (cause) {
    const message = `Read manifest "${file}": ${reasonOf(cause)}; wanted what "interop serve" wrote`;
    throw new MockClientError("mock-bad-manifest", message, { cause });
  }
}
