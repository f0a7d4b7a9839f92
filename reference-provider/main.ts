import { parseArgs } from "node:util";
import { reasonOf } from "../core/coded-error.js";
import type { Driver } from "./driver/driver.js";

const help = `Usage: interop-reference-provider [options]

A conformant provider for the interop conformance harness. Speaks the driver protocol, version 1: one JSON object a
line over stdin and stdout. With a folder in INTEROP_STATE_DIR it may be killed and started again.

Options:
  --mutant ID     have one deliberate defect
  --lawful ID     be odd, but within the rules
  --null KIND     do nothing at all, in one of several ways
  --proxy         put a proxy between clients and Meta; goes with --mutant and --lawful
  --http [PORT]   serve the driver protocol over HTTP on 127.0.0.1 instead; a free port unless given
  --list          print all ids with what they do
  --help          print this text
`;

const usageError = 2;

interface Choice {
  readonly variant: { readonly kind: "mutant" | "lawful" | "null"; readonly id: string } | undefined;
  readonly http: number | undefined;
  readonly proxy: boolean;
}

/** Runs until the input ends or the process is asked to stop; answers with the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  try {
    if (args.includes("--help")) return print(help);
    if (args.includes("--list")) return print((await import("./registry.js")).listing());
    const choice = readArguments(args);
    // Loads only what this choice needs, because the harness waits for the first answer.
    const driver = await driverFor(choice);
    await serve(driver, choice);
    await driver.close();
    return 0;
  } catch (thrown) {
    process.stderr.write(`interop-reference-provider: ${reasonOf(thrown)}\n`);
    return usageError;
  }
}

function readArguments(args: readonly string[]): Choice {
  const { values, tokens } = parseArgs({
    // The port is optional, which parseArgs does not know.
    args: args.map((arg, at) => (arg === "--http" && !/^\d+$/.test(args[at + 1] ?? "") ? "--http=0" : arg)),
    options: {
      mutant: { type: "string" },
      lawful: { type: "string" },
      null: { type: "string" },
      http: { type: "string" },
      proxy: { type: "boolean", default: false },
    },
    tokens: true,
  });
  const chosen = tokens.filter((token) => token.kind === "option" && !["http", "proxy"].includes(token.name)).length;
  if (chosen > 1) throw new Error("Choose one of --mutant, --lawful and --null");
  const http = values.http === undefined ? undefined : Number(values.http);
  if (http !== undefined && !(http >= 0 && http <= 65_535)) throw new Error(`--http ${values.http}: wanted a port`);
  for (const kind of ["mutant", "lawful", "null"] as const) {
    const id = values[kind];
    if (id !== undefined) return { variant: { kind, id }, http, proxy: values.proxy };
  }
  return { variant: undefined, http, proxy: values.proxy };
}

async function driverFor({ variant, proxy }: Choice): Promise<Driver> {
  if (variant?.kind === "null") {
    const { isNullKind, nullDriver, nullKinds } = await import("./null/null-driver.js");
    if (!isNullKind(variant.id)) throw new Error(`--null ${variant.id}: wanted one of ${nullKinds.join(", ")}`);
    return nullDriver(variant.id);
  }
  // Another thread makes the RSA key while this one loads the rest; both take about as long.
  const firstKey = variant === undefined ? (await import("./behaviour/identity.js")).makeTokenKey() : undefined;
  firstKey?.catch(() => undefined);
  const [{ createReferenceProvider }, { systemClock }, { systemRandom }] = await Promise.all([
    import("./index.js"),
    import("../runtime/system-clock.js"),
    import("../runtime/random.js"),
  ]);
  const folder = process.env["INTEROP_STATE_DIR"] ?? "";
  const archive = folder === "" ? undefined : (await import("./account/archive.js")).folderArchive(folder);
  const deps = {
    clock: systemClock,
    random: systemRandom,
    ...(firstKey !== undefined && { firstKey }),
    ...(archive !== undefined && { archive }),
  };
  if (variant === undefined && !proxy) return createReferenceProvider(deps);
  const { behaviourWith, override } = await import("./behaviour/variant.js");
  if (variant === undefined)
    return createReferenceProvider({ ...deps, behaviour: behaviourWith({ proxy: { enabled: true } }) });
  const { id, overrides, fresh } = (await import("./registry.js")).loadVariant(variant.kind, variant.id);
  const behaviour = behaviourWith(overrides);
  if (proxy) override(behaviour, { proxy: { enabled: true } });
  const onReset = (): void => override(behaviour, fresh?.() ?? {});
  return createReferenceProvider({ ...deps, behaviour, onReset, variant: id });
}

async function serve(driver: Driver, { http }: Choice): Promise<void> {
  const stopped = new Promise<void>((resolve) => {
    process.once("SIGTERM", resolve);
    process.once("SIGINT", resolve);
  });
  if (http === undefined) {
    const { serveLines } = await import("./driver/stdio.js");
    await Promise.race([serveLines(driver, process.stdin, process.stdout), stopped]);
    // Otherwise a terminal's open input would keep the process alive.
    process.stdin.destroy();
    return;
  }
  const { serveHttp } = await import("./driver/http.js");
  const server = await serveHttp(driver, http);
  process.stdout.write(`${server.url}\n`);
  await stopped;
  await server.close();
}

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}
