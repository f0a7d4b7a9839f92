import { Argument, type Command, Option } from "commander";
import type { EncodeCommandOptions } from "../codec/encode.js";
import { type KindName, kindNames, kindsInWords, outputForms } from "../codec/names.js";
import type { ExitCode } from "../exit-codes.js";
import type { Io } from "../io.js";
import { paddingLength } from "../provider-options.js";

export function define(command: Command, finish: (code: ExitCode) => void, io: Io): void {
  command
    .description(
      "Encodes what decode prints: JSON, and for stanzas XML as well. The input is an argument, a file, or stdin.",
    )
    .addArgument(new Argument("<kind>", "what to write").choices(kindNames))
    .argument("[input]", "XML or JSON")
    .option("--file <file>", "read the input from a file; - is stdin")
    .addOption(
      new Option("--to <form>", "form of the output; xml and json translate a stanza")
        .choices(outputForms)
        .default("hex"),
    )
    .option("--bare", "stanza: without the flag byte")
    .option("--compress", "stanza: deflate it")
    .addOption(new Option("--interop-jid <form>", "stanza: form of interop addresses").choices(["long", "short"]))
    .option("--pad <bytes>", "content: add so much padding, 1 to 16", paddingLength)
    .option("--explain", "say of each byte what it means")
    .addHelpText("after", examples)
    .action(async (kind: KindName, input: string | undefined, options: EncodeCommandOptions) => {
      const { encode } = await import("../codec/encode.js");
      finish(await encode(kind, input, options, io));
    });
}

const examples = `
${kindsInWords}

Examples:
  interop encode stanza '<iq id="1" to="s.whatsapp.net" type="get" xmlns="w:p"/>'
  interop encode stanza --explain --file message.xml
  interop encode content --pad 3 '{"conversation": "Hello"}'`;
