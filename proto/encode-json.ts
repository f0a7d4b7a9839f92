import { concat, fromHex } from "../core/bytes.js";
import { isRecord } from "../core/is-record.js";
import { wireTypeOf } from "./annotate.js";
import { ProtoError } from "./errors.js";
import { type FieldDescription, fieldTables } from "./gen/fields.js";

const maxDepth = 100;

/**
 * Writes a message from the JSON form of `annotateMessage`, fields in the order of the JSON.
 *
 * @throws ProtoError `proto-malformed`, which names the member that cannot be written.
 */
export function encodeMessageJson(json: unknown, name: string, path = "", depth = 0): Uint8Array {
  if (!isRecord(json)) throw malformed(path, "a JSON object");
  if (depth > maxDepth) throw malformed(path, `at most ${maxDepth} levels`);
  const fields = Object.entries(fieldTables[name] ?? {});
  const parts = Object.entries(json).map(([member, value]) => {
    const at = path === "" ? member : `${path}.${member}`;
    if (member.startsWith("#")) return unknownField(Number(member.slice(1)), value, at);
    const [number, field] = fields.find(([, each]) => each.name === member) ?? [];
    if (field === undefined) {
      throw malformed(at, `a field of ${name}: ${fields.map(([, each]) => each.name).join(", ")}`);
    }
    const values: readonly unknown[] = field.repeated === true && Array.isArray(value) ? value : [value];
    return concat(...values.map((each) => knownField(Number(number), field, each, at, depth)));
  });
  return concat(...parts);
}

function knownField(number: number, field: FieldDescription, value: unknown, path: string, depth: number): Uint8Array {
  const { type } = field;
  const wireType = wireTypeOf(field);
  if (fieldTables[type] !== undefined) return delimited(number, encodeMessageJson(value, type, path, depth + 1));
  if (type === "bytes") return delimited(number, hexBytes(value, path));
  if (type === "string") {
    if (typeof value !== "string") throw malformed(path, "a text");
    return delimited(number, new TextEncoder().encode(value));
  }
  if (type === "bool") {
    if (typeof value !== "boolean") throw malformed(path, "true or false");
    return concat(tag(number, 0), varint(value ? 1n : 0n));
  }
  return scalarField(number, wireType, integer(value, path));
}

/** One of several `{ varint: 5 }`, `{ length: "hex" }`, `{ "32 bits": 5 }`, `{ "64 bits": 5 }`. */
function unknownField(number: number, value: unknown, path: string): Uint8Array {
  if (!Number.isInteger(number) || number < 1 || number > 0x1fff_ffff) throw malformed(path, "#1 to #536870911");
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return concat(
    ...values.map((each) => {
      const [kind, content] = isRecord(each) ? (Object.entries(each)[0] ?? []) : [];
      if (kind === "length") return delimited(number, hexBytes(content, path));
      const wireType = new Map([
        ["varint", 0],
        ["64 bits", 1],
        ["32 bits", 5],
      ]).get(kind ?? "");
      if (wireType === undefined)
        throw malformed(path, '{"varint": 1}, {"length": "hex"}, {"32 bits": 1} or {"64 bits": 1}');
      return scalarField(number, wireType, integer(content, path));
    }),
  );
}

function scalarField(number: number, wireType: number, value: bigint): Uint8Array {
  if (wireType === 0) return concat(tag(number, 0), varint(BigInt.asUintN(64, value)));
  const bytes = new Uint8Array(wireType === 5 ? 4 : 8);
  let rest = BigInt.asUintN(8 * bytes.length, value);
  for (let index = 0; index < bytes.length; index++, rest >>= 8n) bytes[index] = Number(rest & 0xffn);
  return concat(tag(number, wireType), bytes);
}

function delimited(number: number, data: Uint8Array): Uint8Array {
  return concat(tag(number, 2), varint(BigInt(data.length)), data);
}

function tag(number: number, wireType: number): Uint8Array {
  return varint(BigInt(number * 8 + wireType));
}

function varint(value: bigint): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 0x7fn; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80);
  return Uint8Array.from([...bytes, Number(rest)]);
}

function integer(value: unknown, path: string): bigint {
  if (typeof value === "number" && Number.isSafeInteger(value)) return BigInt(value);
  if (typeof value === "string" && /^-?\d{1,20}$/.test(value)) return BigInt(value);
  throw malformed(path, "a whole number");
}

function hexBytes(value: unknown, path: string): Uint8Array {
  if (typeof value !== "string" || value.length % 2 !== 0 || !/^[\da-f]*$/i.test(value)) {
    throw malformed(path, "bytes in hexadecimal");
  }
  return fromHex(value);
}

function malformed(path: string, wanted: string): ProtoError {
  return new ProtoError(
    "proto-malformed",
    `Write protobuf: found something else in ${path === "" ? "the input" : path}, wanted ${wanted}`,
  );
}
