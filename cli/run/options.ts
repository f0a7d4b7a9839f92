import type { Annotations } from "./annotate.js";
import type { Shard } from "../shard/shard.js";
import type { ProviderOptions } from "../provider-options.js";

export interface RunCommandOptions extends ProviderOptions {
  readonly selectors: readonly string[];
  readonly out: string;
  /** File of known failures. */
  readonly baseline?: string;
  readonly seed?: string;
  readonly annotations?: Annotations;
  readonly onlyFailed?: true;
  readonly shard?: Shard;
  /** Providers to drive side by side. */
  readonly jobs?: number;
  /** Folder to watch; true for the working folder. */
  readonly watch?: string | true;
  /** With the exchanges that take long. */
  readonly slow?: true;
  readonly json?: true;
}
