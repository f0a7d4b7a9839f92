import { type Annotated, AnnotationList } from "../../core/annotation.js";
import { fromBase64Url, fromHex, toBase64Url, toHex } from "../../core/bytes.js";
import { isRecord } from "../../core/is-record.js";
import { decodeEnlistment } from "./decode.js";
import { EnlistmentError } from "./errors.js";
import { argumentSizes, type BinaryArgument } from "./request.js";

export interface AnnotatedEnlistment extends Annotated {
  /** By name as on the wire; binary arguments in hexadecimal. */
  readonly json: Readonly<Record<string, string>>;
}

/** Says what the arguments of an enlistment form are, and which is the first one that is wrong. Never throws. */
export function annotateEnlistment(body: string): AnnotatedEnlistment {
  const list = new AnnotationList();
  const json: Record<string, string> = {};
  const offsets = new Map<string, number>();
  let at = 0;
  for (const pair of body.split("&")) {
    const [name = "", value = ""] = [...new URLSearchParams(pair)][0] ?? [];
    const end = Math.min(body.length, at + pair.length + 1);
    list.add(at, end, 0, `${name}: ${describe(name, value)}`);
    offsets.set(name, at);
    if (name !== "") json[name] = plain(name, value);
    at = end;
  }
  const [problem] = decodeEnlistment(body).problems;
  if (problem === undefined) return { annotations: list.all, json };
  const reason = problem.message.replace(/^Read /, "");
  return { annotations: list.all, json, problem: { at: offsets.get(problem.argument) ?? body.length, reason } };
}

/** The form of the JSON above. @throws EnlistmentError `enlistment-unencodable`. */
export function encodeEnlistmentJson(json: unknown): string {
  if (!isRecord(json)) throw unencodable("the input", "an object of texts");
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(json)) {
    if (typeof value !== "string") throw unencodable(name, "a text");
    form.append(name, isBinary(name) ? toBase64Url(hexBytes(name, value)) : value);
  }
  return form.toString();
}

function describe(name: string, value: string): string {
  if (!isBinary(name)) return `a text of ${value.length} characters`;
  const bytes = fromBase64Url(value);
  return bytes === undefined ? "not base64url without padding" : `${bytes.length} bytes ${toHex(bytes)}`;
}

function plain(name: string, value: string): string {
  const bytes = isBinary(name) ? fromBase64Url(value) : undefined;
  return bytes === undefined ? value : toHex(bytes);
}

function isBinary(name: string): name is BinaryArgument {
  return Object.hasOwn(argumentSizes, name);
}

function hexBytes(name: string, value: string): Uint8Array {
  if (value.length % 2 !== 0 || !/^[\da-f]*$/i.test(value)) throw unencodable(name, "bytes in hexadecimal");
  return fromHex(value);
}

function unencodable(what: string, wanted: string): EnlistmentError {
  return new EnlistmentError(
    "enlistment-unencodable",
    `Write enlistment: found something else in ${what}, wanted ${wanted}`,
  );
}
