import type { Clock } from "../core/clock.js";
import type { Random } from "../core/random.js";
import type { ServerCredentials } from "../runtime/tls/ephemeral-ca.js";
import type { Archive } from "./account/archive.js";
import { type Behaviour, lawfulBehaviour } from "./behaviour/behaviour.js";
import type { TokenKey } from "./behaviour/identity.js";
import { answerText, dispatcher, type Driver, type Handle } from "./driver/driver.js";
import { driverMethods } from "./driver/methods.js";
import { Provider } from "./provider.js";

export interface ReferenceProviderOptions {
  /** Default: the conformant one. */
  readonly behaviour?: Behaviour;
  /** Hears of `provider.reset`, after which a variant remembers nothing. */
  readonly onReset?: () => void;
  readonly clock: Clock;
  readonly random: Random;
  /** Id of the variant, which becomes part of the provider's name. */
  readonly variant?: string;
  /** The first key that signs tokens, if one is being made already. */
  readonly firstKey?: Promise<TokenKey>;
  /** The certificate of its server, if one was made already. */
  readonly credentials?: ServerCredentials;
  /** Where users survive the end of the process; then the provider declares `restart`. */
  readonly archive?: Archive;
}

export interface ReferenceProvider extends Driver {
  /** Answers one JSON-RPC request. Never rejects. */
  readonly handle: Handle;
}

/** A provider in this process. It speaks the driver protocol. */
export function createReferenceProvider(options: ReferenceProviderOptions): ReferenceProvider {
  const { variant, ...deps } = options;
  const provider = new Provider({ behaviour: lawfulBehaviour, ...deps });
  const name = variant === undefined ? "reference-provider" : `reference-provider (${variant})`;
  const handle = dispatcher(driverMethods(provider, { name, version: "1.0.0" }));
  return {
    handle,
    answer: (text) => answerText(handle, text),
    close: () => provider.close(),
  };
}
