import type { Command } from "commander";
import type { ExitCode } from "../exit-codes.js";
import type { Io } from "../io.js";
import type { VerifyCommandOptions } from "../verify/verify.js";

export function define(command: Command, finish: (code: ExitCode) => void, io: Io): void {
  command
    .description(
      "Checks whether a report can be relied upon: computes every verdict again from the trace, and refuses edited\n" +
        "verdicts, missing required checks, mixed versions and a changed trace. Takes a report folder or a bundle.",
    )
    .argument("<dir|bundle>", 'folder of a report, or an archive that "interop bundle" wrote')
    .option("--partial", "accept that not every required check was run")
    .option("--signer <thumbprint>", "the key (RFC 7638) that a bundle must be signed with")
    .addHelpText("after", examples)
    .action(async (path: string, options: VerifyCommandOptions) => {
      const { verify } = await import("../verify/verify.js");
      finish(await verify(path, options, io));
    });
}

const examples = `
Examples:
  interop verify conformance-report
  interop verify interop-20260301T120000Z-a1b2c3.tgz --signer 0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I

Exit codes: 0 verified, 1 refused. Whether the provider passed is another question; the report answers it.`;
