import type { Command } from "commander";
import type { ExitCode } from "../exit-codes.js";
import type { Io } from "../io.js";

export function define(command: Command, finish: (code: ExitCode) => void, io: Io): void {
  command
    .description(
      "Writes known answers as JSON, to test an implementation in any language: tokens, enlistment, signatures, the Noise\n" +
        "handshake with every value in between, stanzas, a session, contents, files. The same at every call.",
    )
    .argument("[dir]", "folder for one file each; without it, all are printed as one JSON object")
    .addHelpText("after", examples)
    .action(async (folder: string | undefined) => {
      const { writeVectors } = await import("../vectors/write.js");
      finish(await writeVectors(folder, io));
    });
}

const examples = `
docs/implementing/vectors.md explains the files.

Examples:
  interop vectors vectors
  interop vectors | python3 -c 'import json, sys; print(json.load(sys.stdin)["noise"]["about"])'`;
