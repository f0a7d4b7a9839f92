import type { Profile } from "../../profiles/profile.js";
import { loadedProfile } from "../../profiles/load.js";
import { startMetaEndpoint } from "../endpoint/endpoint.js";
import type { MetaEndpointOptions } from "../endpoint/options.js";
import { connectToMock } from "./connect.js";
import type { Mock } from "./types.js";

export interface StartMockOptions extends Omit<MetaEndpointOptions, "profile"> {
  /** A profile, or the name of a built-in one; `whatsapp` unless told. */
  readonly profile?: Profile | string;
}

/** Starts an endpoint in this process, with an admin API, and connects to it. `close` stops it. */
export async function startMock({ profile = "whatsapp", ...options }: StartMockOptions = {}): Promise<Mock> {
  const chosen = typeof profile === "string" ? (await loadedProfile(profile)).profile : profile;
  const endpoint = await startMetaEndpoint({ admin: {}, ...options, profile: chosen });
  return { ...(await connectToMock(endpoint.manifest())), close: () => endpoint.close() };
}
