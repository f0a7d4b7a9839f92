import { CodedError, reasonOf } from "../../core/coded-error.js";
import { toHex } from "../../core/bytes.js";
import { stanzaFromJson, stanzaToJson } from "../../protocol/stanza/json.js";
import { fromXml } from "../../protocol/stanza/xml/read.js";
import { toXml } from "../../protocol/stanza/xml/write.js";
import { CliError } from "../errors.js";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import type { Io } from "../io.js";
import { explainPart } from "./explain.js";
import { readInput } from "./input.js";
import { type CodecOptions, kinds } from "./kinds.js";
import { type KindName, type OutputForm, textKinds } from "./names.js";

export interface EncodeCommandOptions extends CodecOptions {
  readonly file?: string;
  readonly to: OutputForm;
  readonly explain?: true;
}

/** @throws CliError `input-undecodable`, which names the member or the place in the text. */
export async function encode(
  name: KindName,
  given: string | undefined,
  options: EncodeCommandOptions,
  io: Io,
): Promise<ExitCode> {
  const text = Buffer.from(await readInput(given, options.file, io))
    .toString("utf8")
    .trim();
  const source = name === "stanza" && text.startsWith("<") ? text : jsonOf(text, name);
  try {
    io.stdout.write(written(name, source, options));
    return exitCodes.passed;
  } catch (thrown) {
    if (!(thrown instanceof CodedError) || thrown instanceof CliError) throw thrown;
    throw new CliError("input-undecodable", `Encoding a ${name}: ${thrown.message}`, { cause: thrown });
  }
}

function written(name: KindName, source: unknown, options: EncodeCommandOptions): string {
  const kind = kinds[name];
  const bytes = kind.encode(source, options);
  if (options.explain === true) {
    const parts = kind.decode(bytes, { ...options, ...(options.pad !== undefined && { padded: true }) }).parts;
    return parts.map((part) => explainPart(part, textKinds.has(name))).join("\n");
  }
  if (options.to === "json" || options.to === "xml") return translated(name, source, options.to);
  if (textKinds.has(name)) return `${Buffer.from(bytes).toString("latin1")}\n`;
  return `${options.to === "hex" ? toHex(bytes) : Buffer.from(bytes).toString("base64")}\n`;
}

/** From XML to JSON or the other way, without the bytes in between, which would lose the difference of text and bytes. */
function translated(name: KindName, source: unknown, to: "json" | "xml"): string {
  if (name !== "stanza") {
    throw new CliError("conflicting-options", `Writing ${to}: only stanzas have several textual forms; leave --to out`);
  }
  const node = typeof source === "string" ? fromXml(source) : stanzaFromJson(source);
  return `${to === "json" ? JSON.stringify(stanzaToJson(node), undefined, 2) : toXml(node)}\n`;
}

function jsonOf(text: string, name: KindName): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    const wanted = name === "stanza" ? "XML or JSON" : `the JSON that "interop decode ${name}" prints`;
    throw new CliError("input-undecodable", `Encoding a ${name}: found ${reasonOf(thrown)}; wanted ${wanted}`, {
      cause: thrown,
    });
  }
}
