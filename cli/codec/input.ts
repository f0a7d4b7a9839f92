import { readFile } from "node:fs/promises";
import { CliError } from "../errors.js";
import { fileProblem } from "../file-problem.js";
import type { Io } from "../io.js";
import type { InputForm } from "./names.js";

/** A frame has at most 16 MiB, twice as much in hexadecimal. This bounds what is read from a pipe. */
const maxBytes = 64 * 1024 * 1024;

/** What was given on the command line, else in the file, else on stdin. @throws CliError `file-unreadable`. */
export async function readInput(
  given: string | undefined,
  file: string | undefined,
  { stdin }: Pick<Io, "stdin">,
): Promise<Uint8Array> {
  if (given !== undefined && file !== undefined) {
    const message = "Reading the input: found a text and --file; wanted one of them; leave the other out";
    throw new CliError("conflicting-options", message);
  }
  if (given !== undefined) return Buffer.from(given);
  if (file === undefined || file === "-") return collect(stdin);
  try {
    return await readFile(file);
  } catch (cause) {
    const message = `Reading the input "${file}": ${fileProblem(cause)}; wanted a readable file`;
    throw new CliError("file-unreadable", message, { cause });
  }
}

async function collect(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > maxBytes) throw undecodable(`more than ${maxBytes} bytes`, "one message");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * The bytes that the input stands for. `auto`: hexadecimal if it has only such digits and white space, base64 of either
 * alphabet if it has only those characters, else the bytes themselves.
 *
 * @throws CliError `input-undecodable`, which names the offset.
 */
export function inputBytes(input: Uint8Array, form: InputForm): Uint8Array {
  const text = Buffer.from(input).toString("latin1");
  const found = form === "auto" ? formOf(input) : form;
  if (found === "raw") return input;
  return found === "hex" ? fromHexText(text) : fromBase64Text(text);
}

/** What the input looks like. @throws CliError `input-undecodable` if there is none. */
export function formOf(input: Uint8Array): InputForm {
  const text = Buffer.from(input).toString("latin1");
  if (text.trim() === "") throw undecodable("nothing", "hexadecimal or base64, as an argument, in --file or on stdin");
  if (/^[\da-fA-F\s]*$/.test(text)) return "hex";
  return /^[\w+/=\s-]*$/.test(text) ? "base64" : "raw";
}

function fromHexText(text: string): Uint8Array {
  refuseForeign(text, /[^\da-fA-F\s]/, "hexadecimal digits");
  const digits = text.replaceAll(/\s/g, "");
  if (digits.length % 2 !== 0) throw undecodable(`${digits.length} hexadecimal digits`, "an even number of them");
  return Buffer.from(digits, "hex");
}

function fromBase64Text(text: string): Uint8Array {
  refuseForeign(text, /[^\w+/=\s-]/, "base64");
  return Buffer.from(text, "base64");
}

function refuseForeign(text: string, foreign: RegExp, wanted: string): void {
  const at = text.search(foreign);
  if (at !== -1) throw undecodable(`${JSON.stringify(text[at])} at character ${at}`, wanted);
}

function undecodable(found: string, wanted: string): CliError {
  return new CliError("input-undecodable", `Reading the input: found ${found}; wanted ${wanted}`);
}
