import { readFile } from "node:fs/promises";
import { reasonOf } from "../../core/coded-error.js";
import type { Json } from "../../harness/model/trace.js";
import { loadedProfile } from "../../profiles/load.js";
import type { Profile } from "../../profiles/profile.js";
import { startMetaEndpoint } from "../endpoint/endpoint.js";
import type { MetaEndpointOptions, MetaManifest } from "../endpoint/options.js";
import { firstTenantId } from "../tenants/addresses.js";
import { callerOf } from "./call.js";
import { MockClientError } from "./errors.js";
import { tenantClient } from "./tenant.js";
import type { Mock } from "./types.js";

/**
 * Connects to a running endpoint.
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
  const first = await call("getTenant", { params: { tenant: firstTenantId } });
  return {
    ...tenantClient(caller, first, async () => undefined),
    manifest: known,
    async tenant({ profile, ...spec } = {}) {
      // The call sends it as JSON.
      const asked = profile as string | Readonly<Record<string, Json>> | undefined;
      const body = { ...spec, ...(asked !== undefined && { profile: asked }) };
      const info = await call("createTenant", { body });
      const { id: tenant } = info;
      const remove = () => call("removeTenant", { params: { tenant } });
      return tenantClient(callerOf({ url, token, tenant }), info, remove);
    },
    ca: async () => (known.tlsCa === null ? undefined : call("readCa")),
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

export interface StartMockOptions extends Omit<MetaEndpointOptions, "profile"> {
  /** A profile, or the name of a built-in one (default: `whatsapp`). */
  readonly profile?: Profile | string;
}

/** Starts an endpoint in this process, with an admin API, and connects to it. `close` stops it. */
export async function startMock({ profile = "whatsapp", ...options }: StartMockOptions = {}): Promise<Mock> {
  const chosen = typeof profile === "string" ? (await loadedProfile(profile)).profile : profile;
  const endpoint = await startMetaEndpoint({ admin: {}, ...options, profile: chosen });
  return { ...(await connectToMock(endpoint.manifest())), close: () => endpoint.close() };
}
