import type { Check } from "../../harness/checks/check.js";
import type { DocumentVersion, Level } from "../../harness/model/requirement.js";
import type { LoadedProfile } from "../../profiles/built-in.js";
import type { Baseline } from "../baseline/read.js";
import type { Io } from "../io.js";
import type { Resumed } from "../manual/resume.js";
import type { ProviderOptions } from "../provider-options.js";
import type { Recording } from "../recording.js";
import type { Reporter } from "./reporter.js";
import type { Shard } from "./shard.js";

export interface RunCommandOptions extends ProviderOptions {
  readonly selectors: readonly string[];
  readonly out: string;
  /** File of known failures. */
  readonly baseline?: string;
  readonly seed?: string;
  readonly annotations?: Annotations;
  readonly onlyFailed?: true;
  readonly shard?: Shard;
  /** Workers, each with its own process of the provider. */
  readonly jobs?: number;
  /** Folder to watch; true for the current folder. */
  readonly watch?: string | true;
  /** Version of Meta's document whose rules are judged, instead of the profile's. */
  readonly document?: DocumentVersion;
  /** Also the slow scenarios. */
  readonly slow?: true;
  readonly json?: true;
  /** Checks whose id, requirement or sentence it finds. */
  readonly grep?: RegExp;
  /** Checks of requirements of this level. */
  readonly level?: Level;
  /** Stop after so many checks that failed; true for the first. */
  readonly bail?: number | true;
  readonly reporter?: readonly Reporter[];
  /** Print only what failed, and the outcome. */
  readonly quiet?: true;
  /** Show the report in a browser afterwards. */
  readonly open?: true;
  /** Print the selected checks, and run none. */
  readonly listTests?: true;
  /** A person is the driver. */
  readonly manual?: true;
  /** What the app can do (default: what a person can do in nearly every app). */
  readonly capabilities?: readonly string[];
  /** Go on with the run by hand whose report is in `out`. */
  readonly resume?: true;
}

export type Annotations = "github" | "none";

/** What a run needs: options that were checked, and the files that they name, read. */
export interface RunInput {
  readonly io: Io;
  readonly options: RunCommandOptions;
  readonly loaded: LoadedProfile;
  readonly checks: readonly Check[];
  readonly terminal: Recording;
  readonly baseline: Baseline | undefined;
  /** The run by hand that goes on. */
  readonly resumed?: Resumed;
}
