import { reasonOf } from "../core/coded-error.js";
import { type MetaEndpoint, type MetaEndpointOptions, startMetaEndpoint } from "../mock-server/index.js";
import { CliError } from "./errors.js";
import type { ProviderOptions } from "./provider-options.js";

/**
 * The simulated endpoint, where the provider under test can reach it.
 *
 * @throws CliError `cannot-listen`; what `startMetaEndpoint` throws.
 */
export async function endpointFor(
  { listen = "127.0.0.1", advertise }: Pick<ProviderOptions, "listen" | "advertise">,
  rest: Omit<MetaEndpointOptions, "listen">,
): Promise<MetaEndpoint> {
  try {
    return await startMetaEndpoint({
      ...rest,
      listen: { host: listen, ...(advertise !== undefined && { advertise }) },
    });
  } catch (cause) {
    if (typeof cause !== "object" || cause === null || !("syscall" in cause)) throw cause;
    const message = `Listening on ${listen}: ${reasonOf(cause)}; wanted an address of this machine; choose another --listen`;
    throw new CliError("cannot-listen", message, { cause });
  }
}
