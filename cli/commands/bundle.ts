import type { Command } from "commander";
import type { BundleOptions } from "../bundle/bundle.js";
import type { ExitCode } from "../exit-codes.js";
import type { Io } from "../io.js";

export function define(command: Command, finish: (code: ExitCode) => void, io: Io): void {
  command
    .description("Packs a verified report into one archive with a manifest of digests and a signature over it.")
    .argument("<dir>", "folder of the report")
    .option("--out <file>", "the archive to write; interop-<run>.tgz when not given")
    .option("--key <file>", "private key to sign with (PEM or JWK: Ed25519, P-256, RSA); a new one when not given")
    .option("--partial", "accept that not every required check was run")
    .addHelpText("after", examples)
    .action(async (dir: string, options: BundleOptions) => {
      const { bundle } = await import("../bundle/bundle.js");
      finish(await bundle(dir, options, io));
    });
}

const examples = `
Examples:
  interop bundle conformance-report
  interop bundle conformance-report --key signing-key.pem --out submission.tgz

A report that "interop verify" would refuse is not packed.`;
