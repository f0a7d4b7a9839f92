import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { isRecord } from "../../core/is-record.js";
import { CliError } from "../errors.js";

const names: ReadonlySet<string> = new Set(["interop.config.json", "interop.config.js", "interop.config.ts"]);

/**
 * What someone may call the file by mistake, for example `interop.conf.json`, `interop-config.yaml` and `.interoprc`. A
 * configuration that is not read in silence is worse than none.
 */
const nearlyRight =
  /^\.?interop(?:erability)?[._-]?(?:conf|configs?|cfg|configuration|settings|options|rc)(?:\.(?!bak|old|orig|md|txt|sw)\w{1,5})?$/i;

/** The member of package.json that may hold the configuration instead. */
export const packageField = "interop";

/**
 * The path of the configuration in `folder` or in the nearest folder above that has one; undefined when there is none.
 *
 * @throws CliError `conflicting-options` when a folder has two; `input-invalid` when a name is nearly right.
 */
export function findConfig(folder: string): string | undefined {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const found = configIn(at) ?? packageIn(at);
    if (found !== undefined) return join(at, found);
    if (dirname(at) === at) return undefined;
  }
}

function configIn(folder: string): string | undefined {
  const files = filesIn(folder);
  const [first, second] = files.filter((name) => names.has(name));
  if (second !== undefined) {
    throw new CliError(
      "conflicting-options",
      `Reading the configuration: found ${first} and ${second}; wanted one of them; remove the other`,
    );
  }
  if (first !== undefined) return first;
  const near = files.find((name) => nearlyRight.test(name));
  if (near === undefined) return undefined;
  throw new CliError(
    "input-invalid",
    `Looking for the configuration: found "${near}" in ${folder}; wanted interop.config.json, .js or .ts; rename it, or name it by --config`,
  );
}

/**
 * Where package.json has our field. A file of our own takes precedence. A package.json that cannot be read is for others to
 * complain about.
 */
function packageIn(folder: string): string | undefined {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return isRecord(manifest) && Object.hasOwn(manifest, packageField) ? "package.json" : undefined;
  } catch {
    return undefined;
  }
}

/** Files and links only; none where the folder cannot be read. */
function filesIn(folder: string): readonly string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory())
      .map(({ name }) => name)
      .sort();
  } catch {
    return [];
  }
}
