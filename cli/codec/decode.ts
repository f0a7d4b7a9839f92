import { CliError } from "../errors.js";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import type { Io } from "../io.js";
import { explainPart } from "./explain.js";
import { formOf, inputBytes, readInput } from "./input.js";
import { type CodecOptions, type Decoded, type DecodedPart, kinds } from "./kinds.js";
import { type InputForm, type KindName, textKinds } from "./names.js";

export interface DecodeCommandOptions extends CodecOptions {
  readonly file?: string;
  readonly from: InputForm;
  readonly to?: "json" | "xml";
  readonly explain?: true;
}

const formWords: Readonly<Record<InputForm, string>> = {
  auto: "what it looks like",
  hex: "hexadecimal",
  base64: "base64",
  raw: "the bytes themselves",
};

/** @throws CliError `input-undecodable`, which names the offset, after what `--explain` could explain was written. */
export async function decode(
  name: KindName,
  given: string | undefined,
  options: DecodeCommandOptions,
  io: Io,
): Promise<ExitCode> {
  const isText = textKinds.has(name);
  const input = await readInput(given, options.file, io);
  const form = options.from === "auto" && !isText ? formOf(input) : options.from;
  const bytes = isText ? trimmed(input) : inputBytes(input, form);
  if (form !== options.from) io.stderr.write(`Took the input for ${formWords[form]}; if it is not, give --from\n`);
  const decoded = kinds[name].decode(bytes, options);
  if (options.explain === true) io.stdout.write(decoded.parts.map((part) => explainPart(part, isText)).join("\n"));
  const stopped = decoded.parts.find(({ problem }) => problem !== undefined);
  if (stopped !== undefined) throw undecodable(name, stopped, isText);
  if (options.explain !== true) io.stdout.write(`${written(decoded, options)}\n`);
  return exitCodes.passed;
}

/** Text from a file or a pipe usually ends with a line feed. */
function trimmed(input: Uint8Array): Uint8Array {
  return Buffer.from(Buffer.from(input).toString("latin1").trim(), "latin1");
}

function written({ json, xml }: Decoded, { to }: DecodeCommandOptions): string {
  if (to === "xml" && xml === undefined) {
    throw new CliError("conflicting-options", "Writing XML: only stanzas have an XML form; leave --to out");
  }
  return xml !== undefined && to !== "json" ? xml : JSON.stringify(json, undefined, 2);
}

function undecodable(name: string, { title, bytes, problem }: DecodedPart, isText: boolean): CliError {
  const at = problem?.at ?? 0;
  const around = isText ? "" : ` (${hexAround(bytes, at)})`;
  const where = `${isText ? "character" : "byte"} ${at} of ${bytes.length}${title === "inflated" ? " after inflating" : ""}`;
  return new CliError(
    "input-undecodable",
    `Decoding a ${name}: stopped at ${where}${around}: ${problem?.reason ?? ""}`,
  );
}

/** The byte at `at` in brackets, with some before and after it. */
function hexAround(bytes: Uint8Array, at: number): string {
  const from = Math.max(0, at - 6);
  const shown = Array.from(bytes.subarray(from, at + 7), (byte, index) => {
    const digits = byte.toString(16).padStart(2, "0");
    return from + index === at ? `[${digits}]` : digits;
  });
  return `${from > 0 ? "… " : ""}${shown.join(" ")}${at >= bytes.length ? " [end]" : ""}${at + 7 < bytes.length ? " …" : ""}`;
}
