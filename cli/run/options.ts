import type { ProviderOptions } from "../provider-options.js";

export interface RunCommandOptions extends ProviderOptions {
  readonly selectors: readonly string[];
  readonly out: string;
  /** File of known failures. */
  readonly baseline?: string;
  readonly seed?: string;
  readonly onlyFailed?: true;
  readonly json?: true;
}
