import type { MetaSide } from "../ports/meta-side.js";
import { type DriverClient, driverSilent } from "./client.js";
import { profileParams } from "./configuration.js";
import { DriverError } from "./errors.js";
import type { Configuration, ProviderDescription } from "./methods.js";

/** Asks the provider who it is. @throws DriverError when it does not answer that. */
export async function describe({ driver }: { readonly driver: DriverClient }): Promise<ProviderDescription> {
  const described = await driver.call("provider.describe", {});
  if (!described.ok) throw new DriverError("driver-refused", `Cannot begin: ${described.cause.message}`);
  return described.result;
}

/**
 * Tells the provider where Meta is, and Meta where the provider is.
 *
 * @param timing Only for a provider that declares `timing`, and where its times are to be short.
 * @throws DriverError when the provider refuses, or does not answer.
 */
export async function configure(
  { driver, meta }: { readonly driver: DriverClient; readonly meta: MetaSide },
  timing: Pick<Configuration, "timing">,
): Promise<void> {
  const configuration: Configuration = { meta: meta.endpoints, ...profileParams(meta.profile), ...timing };
  const first = await driver.call("provider.configure", configuration);
  // As after `provider.reset`: a driver may still be busy with a call that timed out.
  const isBusy = !first.ok && first.cause.code === driverSilent;
  const configured = isBusy ? await driver.call("provider.configure", configuration) : first;
  if (!configured.ok) {
    throw new DriverError("driver-refused", `Cannot configure the provider: ${configured.cause.message}`);
  }
  const { endpoints: own, tlsCa } = configured.result;
  meta.integrator({ ...configuration.integrator, endpoints: own, ...(tlsCa !== undefined && { tlsCa }) });
}
