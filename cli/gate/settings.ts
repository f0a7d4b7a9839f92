import type { Environment } from "../io.js";

/** What may be said on the command line; each has a variable too, because pipelines set those more easily. */
export interface GateOptions {
  readonly provider?: string;
  readonly url?: string;
  readonly baseline?: string;
  readonly out?: string;
  readonly allow?: string;
}

const variables = {
  provider: "INTEROP_PROVIDER",
  url: "INTEROP_URL",
  baseline: "INTEROP_BASELINE",
  out: "INTEROP_OUT",
  allow: "INTEROP_ALLOW",
} as const;
const selectVariable = "INTEROP_SELECT";

/** All that the gate reads from its environment. */
export const gateVariables: readonly string[] = [...Object.values(variables), selectVariable];

export interface Gate {
  /** Command line of `interop run`. */
  readonly args: readonly string[];
  /** Exit codes that do not fail the pipeline, as written. */
  readonly allowed: readonly string[];
}

/** Options win over variables, and an empty variable is as good as none: hosts set those of inputs that were left out. */
export function gateOf(selectors: readonly string[], options: GateOptions, env: Environment): Gate {
  // Naming the provider in one way sets aside the other way of the environment.
  const named = options.provider !== undefined || options.url !== undefined;
  const setting = (name: keyof GateOptions): string | undefined =>
    options[name] ?? (named && (name === "provider" || name === "url") ? undefined : env[variables[name]] || undefined);
  const forRun = (["provider", "url", "baseline", "out"] as const).flatMap((name) => {
    const value = setting(name);
    // In one word, so that a value that begins with a dash stays a value.
    return value === undefined ? [] : [`--${name}=${value}`];
  });
  const selected = selectors.length > 0 ? selectors : words(env[selectVariable]);
  // Everything after the dashes is a selector, whatever it looks like.
  return { args: [...forRun, "--", ...selected], allowed: words(setting("allow")) };
}

/** The allowed words that are no exit code of `interop`. */
export function unknownCodes({ allowed }: Gate, codes: readonly number[]): readonly string[] {
  return allowed.filter((word) => !codes.map(String).includes(word));
}

const words = (text = ""): readonly string[] => text.split(/[\s,]+/).filter(Boolean);
