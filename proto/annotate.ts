import { type Annotated, AnnotationList, quoted, type ReadingProblem } from "../core/annotation.js";
import { toHex } from "../core/bytes.js";
import { type FieldDescription, fieldTables } from "./gen/fields.js";

/** A message as JSON: names as in the `.proto` files, bytes in hexadecimal, numbers above 2^53 as decimal text. */
export type MessageJson = { readonly [name: string]: FieldJson };
type FieldJson = number | boolean | string | MessageJson | readonly FieldJson[];

export interface AnnotatedMessage extends Annotated {
  /** What could be read. Of repeated fields that should not be repeated the last counts, as in every decoder. */
  readonly json: MessageJson;
}

const maxDepth = 100;
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const wireTypes: Readonly<Record<number, string>> = { 0: "varint", 1: "64 bits", 2: "length", 5: "32 bits" };

/**
 * Says of every byte of a protobuf message what it means. Never throws: what cannot be read is the `problem`.
 *
 * @param name Of the message in the `.proto` files, for example `content.Message`.
 */
export function annotateMessage(bytes: Uint8Array, name: string): AnnotatedMessage {
  const list = new AnnotationList();
  const json: Record<string, FieldJson> = {};
  const problem = new MessageReader(bytes, list).message(name, 0, bytes.length, 0, json);
  return { annotations: list.all, json, ...(problem && { problem }) };
}

interface Varint {
  readonly value: bigint;
  readonly end: number;
}

class MessageReader {
  readonly #bytes: Uint8Array;
  readonly #list: AnnotationList;

  constructor(bytes: Uint8Array, list: AnnotationList) {
    this.#bytes = bytes;
    this.#list = list;
  }

  message(
    name: string,
    from: number,
    end: number,
    depth: number,
    json: Record<string, FieldJson>,
  ): ReadingProblem | undefined {
    const table = fieldTables[name] ?? {};
    let at = from;
    while (at < end) {
      const tag = this.#varint(at, end);
      if (typeof tag === "string") return this.#stop(at, end, depth, tag);
      const number = Number(tag.value >> 3n);
      const wireType = Number(tag.value & 7n);
      if (number < 1 || number > 0x1fff_ffff || wireTypes[wireType] === undefined) {
        return this.#stop(at, end, depth, `field ${number} has wire type ${wireType}, wanted 0, 1, 2 or 5`);
      }
      const field = fitting(table[number], wireType);
      const title = `field ${number}${field === undefined ? "" : ` ${field.name}`}`;
      const next = this.#value(title, field, wireType, at, tag.end, end, depth, number, json);
      if (typeof next !== "number") return next;
      at = next;
    }
    return undefined;
  }

  /** Reads what follows a tag; the offset after it, or what is wrong with it. */
  #value(
    title: string,
    field: FieldDescription | undefined,
    wireType: number,
    at: number,
    start: number,
    end: number,
    depth: number,
    number: number,
    json: Record<string, FieldJson>,
  ): number | ReadingProblem {
    if (wireType === 1 || wireType === 5) {
      const stop = start + (wireType === 1 ? 8 : 4);
      if (stop > end) return this.#stop(at, end, depth, `${title}: ${end - start} bytes left, wanted ${stop - start}`);
      const value = littleEndian(this.#bytes.subarray(start, stop), field?.type.startsWith("s") ?? false);
      this.#list.add(at, stop, depth, `${title} = ${value} (${wireTypes[wireType] ?? ""})`);
      put(json, field, number, wireType, toNumber(value));
      return stop;
    }
    const varint = this.#varint(start, end);
    if (typeof varint === "string") return this.#stop(at, end, depth, `${title}: ${varint}`);
    if (wireType === 0) {
      const value = scalar(varint.value, field?.type);
      this.#list.add(at, varint.end, depth, `${title} = ${String(value)}`);
      put(json, field, number, wireType, value);
      return varint.end;
    }
    const stop = varint.end + Number(varint.value);
    if (stop > end) {
      return this.#stop(at, end, depth, `${title}: a length of ${varint.value} with ${end - varint.end} bytes left`);
    }
    const data = this.#bytes.subarray(varint.end, stop);
    if (field !== undefined && fieldTables[field.type] !== undefined) {
      if (depth >= maxDepth) return this.#stop(at, end, depth, `${title}: nested deeper than ${maxDepth}`);
      this.#list.add(at, varint.end, depth, `${title}, a message of ${data.length} bytes`);
      const inner: Record<string, FieldJson> = {};
      const problem = this.message(field.type, varint.end, stop, depth + 1, inner);
      put(json, field, number, wireType, inner);
      if (problem === undefined) return stop;
      if (stop < end) this.#list.add(stop, end, depth, "not read");
      return problem;
    }
    if (field?.type === "string") {
      const text = textOf(data);
      if (text === undefined) return this.#stop(at, end, depth, `${title}: the text is not UTF-8`);
      this.#list.add(at, stop, depth, `${title} = ${quoted(text)}`);
      put(json, field, number, wireType, text);
      return stop;
    }
    this.#list.add(at, stop, depth, `${title}, ${data.length} bytes`);
    if (field?.repeated === true && field.type !== "bytes") return this.#packed(field, data, varint.end, json) ?? stop;
    put(json, field, number, wireType, toHex(data));
    return stop;
  }

  #packed(
    field: FieldDescription,
    data: Uint8Array,
    at: number,
    json: Record<string, FieldJson>,
  ): ReadingProblem | undefined {
    const end = at + data.length;
    let next = at;
    while (next < end) {
      const varint = this.#varint(next, end);
      if (typeof varint === "string") return { at: next, reason: varint };
      put(json, field, 0, 0, scalar(varint.value, field.type));
      next = varint.end;
    }
    return undefined;
  }

  /** What is wrong with it, when it is no varint. */
  #varint(at: number, end: number): Varint | string {
    let value = 0n;
    for (let width = 0; width < 10; width++) {
      const byte = at + width < end ? this.#bytes[at + width] : undefined;
      if (byte === undefined) return "the end inside a varint, wanted its last byte";
      value |= BigInt(byte & 0x7f) << BigInt(7 * width);
      if (byte < 0x80) return { value, end: at + width + 1 };
    }
    return "a varint of more than 10 bytes, wanted at most 10";
  }

  #stop(at: number, end: number, depth: number, reason: string): ReadingProblem {
    this.#list.add(at, end, depth, `not read: ${reason}`);
    return { at, reason };
  }
}

/** The description of a field, unless its wire type is a foreign one. */
function fitting(field: FieldDescription | undefined, wireType: number): FieldDescription | undefined {
  if (field === undefined) return undefined;
  const wanted = wireTypeOf(field);
  return wanted === wireType || (wireType === 2 && field.repeated === true && wanted === 0) ? field : undefined;
}

export function wireTypeOf({ type }: FieldDescription): number {
  if (type === "string" || type === "bytes" || fieldTables[type] !== undefined) return 2;
  if (type.endsWith("fixed32")) return 5;
  return type.endsWith("fixed64") ? 1 : 0;
}

/** Of a field that the schema does not know, `#number` holds what was found, by wire type. */
function put(
  json: Record<string, FieldJson>,
  field: FieldDescription | undefined,
  number: number,
  wireType: number,
  value: FieldJson,
): void {
  const key = field?.name ?? `#${number}`;
  const found = field === undefined ? { [wireTypes[wireType] ?? ""]: value } : value;
  if (field !== undefined && field.repeated !== true) {
    json[key] = found;
    return;
  }
  // Copying the list for each further value would take quadratic time.
  const list = json[key];
  if (Array.isArray(list)) list.push(found);
  else json[key] = [found];
}

function scalar(value: bigint, type: string | undefined): number | boolean | string {
  if (type === "bool") return value !== 0n;
  if (type === "int32") return Number(BigInt.asIntN(32, value));
  if (type === "int64") return toNumber(BigInt.asIntN(64, value));
  return toNumber(type === "uint32" ? BigInt.asUintN(32, value) : BigInt.asUintN(64, value));
}

function toNumber(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value.toString();
}

function littleEndian(bytes: Uint8Array, signed: boolean): bigint {
  const value = bytes.reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n);
  return signed ? BigInt.asIntN(8 * bytes.length, value) : value;
}

function textOf(data: Uint8Array): string | undefined {
  try {
    return utf8.decode(data);
  } catch {
    return undefined;
  }
}
