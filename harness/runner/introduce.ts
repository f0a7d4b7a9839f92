import { DriverError } from "../driver/errors.js";
import type { Configuration, ProviderDescription } from "../driver/methods.js";
import { budgetFor } from "./timing.js";
import type { Lane } from "./types.js";

/** Learns who the provider is. @throws DriverError when it will not say. */
export async function describe({ driver }: Pick<Lane, "driver">): Promise<ProviderDescription> {
  const described = await driver.call("provider.describe", {});
  if (!described.ok) throw new DriverError("driver-refused", `Cannot begin: ${described.cause.message}`);
  return described.result;
}

/** Tells the provider where Meta is, and Meta where the provider is. @throws DriverError when it refuses. */
export async function configure({ driver, meta }: Lane, { capabilities }: ProviderDescription): Promise<void> {
  const { profile, endpoints } = meta;
  const integrator = { id: profile.integrator.id, slug: profile.integrator.slug };
  const configuration: Configuration = {
    meta: endpoints,
    integrator,
    profile: {
      name: profile.name,
      version: profile.version,
      product: profile.product,
      protocolVersion: profile.channel.protocolVersion,
      wire: profile.channel.wire,
      noise: profile.channel.noise,
    },
    ...budgetFor(capabilities).configuration,
  };
  const configured = await driver.call("provider.configure", configuration);
  if (!configured.ok) {
    throw new DriverError("driver-refused", `Cannot configure the provider: ${configured.cause.message}`);
  }
  const { endpoints: own, tlsCa } = configured.result;
  meta.integrator({ ...integrator, endpoints: own, ...(tlsCa !== undefined && { tlsCa }) });
}
