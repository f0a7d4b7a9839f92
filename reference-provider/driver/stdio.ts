import type { Readable, Writable } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import type { Driver } from "./driver.js";
import { errorCodes, failure } from "./json-rpc.js";

/** A file of 100 MiB in base64 fits into one request. */
const maximumLineLength = 192 * 1024 * 1024;

/**
 * One JSON object a line in both directions. Calls run side by side, so that a long `events.take` delays no other call.
 * Resolves when the input has ended, or at the first line for a driver that hangs up.
 */
export async function serveLines(
  driver: Driver,
  input: Readable,
  output: Writable,
  maximumLength = maximumLineLength,
): Promise<void> {
  const lines = new LineReader(maximumLength);
  for await (const chunk of input as AsyncIterable<Buffer>) {
    for (const line of lines.push(chunk)) {
      if (driver.hangsUp) return;
      if (line === tooLong) write(output, JSON.stringify(failure(null, lineTooLong(maximumLength))));
      else if (line.trim() !== "") void driver.answer(line).then((answer) => write(output, answer));
    }
  }
}

const tooLong = Symbol("line too long");

/** Splits a stream into lines without keeping more of one than is allowed. */
class LineReader {
  readonly #maximum: number;
  readonly #decoder = new StringDecoder("utf8");
  #pending = "";
  #skipping = false;

  constructor(maximum: number) {
    this.#maximum = maximum;
  }

  push(chunk: Buffer): (string | typeof tooLong)[] {
    const [first = "", ...rest] = this.#decoder.write(chunk).split("\n");
    const found: (string | typeof tooLong)[] = [];
    this.#extend(first, found);
    for (const part of rest) {
      if (!this.#skipping) found.push(this.#pending);
      this.#pending = "";
      this.#skipping = false;
      this.#extend(part, found);
    }
    return found;
  }

  #extend(part: string, found: (string | typeof tooLong)[]): void {
    if (this.#skipping) return;
    this.#pending += part;
    if (this.#pending.length <= this.#maximum) return;
    this.#pending = "";
    this.#skipping = true;
    found.push(tooLong);
  }
}

function lineTooLong(maximum: number) {
  return { code: errorCodes.invalidRequest, message: `Line is too long, wanted at most ${maximum} characters` };
}

function write(output: Writable, answer: string | undefined): void {
  if (answer !== undefined) output.write(`${answer}\n`);
}
