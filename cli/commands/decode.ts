import { Argument, type Command, Option } from "commander";
import type { DecodeCommandOptions } from "../codec/decode.js";
import { inputForms, type KindName, kindNames, kindsInWords } from "../codec/names.js";
import type { ExitCode } from "../exit-codes.js";
import type { Io } from "../io.js";

export function define(command: Command, finish: (code: ExitCode) => void, io: Io): void {
  command
    .description(
      "Decodes bytes of the protocol. The input is an argument, a file, or stdin. Bad input names its offset.",
    )
    .addArgument(new Argument("<kind>", "what the input is").choices(kindNames))
    .argument("[input]", "the bytes in hexadecimal or base64; a token or a form as it is")
    .option("--file <file>", "read the input from a file; - is stdin")
    .addOption(new Option("--from <form>", "form of the input").choices(inputForms).default("auto"))
    .addOption(new Option("--to <form>", "form of a decoded stanza; xml if none is given").choices(["xml", "json"]))
    .option("--padded", "content: the padding is still there")
    .option("--explain", "say of each byte what it means")
    .addHelpText("after", examples)
    .action(async (kind: KindName, input: string | undefined, options: DecodeCommandOptions) => {
      const { decode } = await import("../codec/decode.js");
      finish(await decode(kind, input, options, io));
    });
}

const examples = `
${kindsInWords}

"auto" takes hexadecimal digits for hexadecimal, the characters of base64 for base64, and anything else for the bytes
themselves. JSON has bytes in hexadecimal; that of stanzas has base64, as traces do.

Examples:
  interop decode stanza 00f8061d5145044dfc03010203
  interop decode stanza --explain --file frame.bin
  interop decode content --padded --explain 0a0548656c6c6f0202
  echo "$TOKEN" | interop decode token`;
