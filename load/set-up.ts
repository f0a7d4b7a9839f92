import type { DriverClient } from "../harness/driver/client.js";
import { DriverError } from "../harness/driver/errors.js";
import { configure, describe } from "../harness/driver/introduction.js";
import type { Method, Params, ProviderDescription, Result } from "../harness/driver/methods.js";
import type { MetaSide, WhatsAppUser } from "../harness/ports/meta-side.js";
import type { Mix } from "./mix.js";

/** A provider's user and the WhatsApp user with whom this one talks. */
export interface Pair {
  /** As the driver knows the provider's user. */
  readonly user: string;
  readonly login: string;
  readonly contact: WhatsAppUser;
}

/** The capability that each kind of work asks of a provider. */
const needed: Readonly<Record<keyof Mix, string>> = { "texts-in": "text-receive", "texts-out": "text" };

/** Tells provider and Meta of each other. @throws DriverError when the provider refuses, or lacks what the mix asks for. */
export async function introduce(driver: DriverClient, meta: MetaSide, mix: Mix): Promise<ProviderDescription> {
  const description = await describe({ driver });
  const missing = (Object.keys(needed) as readonly (keyof Mix)[]).filter(
    (kind) => mix[kind] > 0 && !description.capabilities.includes(needed[kind]),
  );
  if (missing[0] !== undefined) {
    throw new DriverError(
      "driver-refused",
      `Cannot begin: --mix asks for ${missing[0]}, and the provider does not declare "${needed[missing[0]]}"`,
    );
  }
  // A load meets the provider with its own times.
  await configure({ driver, meta }, {});
  await must(driver, "provider.reset", {});
  return description;
}

/** A user of the provider, connected, and a WhatsApp user. @throws DriverError */
export async function makePair(driver: DriverClient, meta: MetaSide): Promise<Pair> {
  const contact = await meta.user();
  const { user } = await must(driver, "user.create", {});
  const { login } = await must(driver, "user.enlist", { user });
  await must(driver, "user.connect", { user });
  return { user, login, contact };
}

async function must<M extends Method>(driver: DriverClient, method: M, params: Params<M>): Promise<Result<M>> {
  const outcome = await driver.call(method, params);
  if (outcome.ok) return outcome.result;
  throw new DriverError("driver-refused", `Cannot begin: ${outcome.cause.message}`);
}
