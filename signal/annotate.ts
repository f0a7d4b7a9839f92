import { type Annotated, type Annotation, AnnotationList, type ReadingProblem } from "../core/annotation.js";
import { concat, fromHex, toHex } from "../core/bytes.js";
import { isRecord } from "../core/is-record.js";
import { annotateMessage, type MessageJson } from "../proto/annotate.js";
import { encodeMessageJson } from "../proto/encode-json.js";
import { ProtoError } from "../proto/errors.js";
import { SignalError } from "./errors.js";

/** By the value of `enc type`: the protobuf, and what follows it. */
const forms = {
  pkmsg: { message: "signal_message.PreKeyMessage", tail: undefined },
  msg: { message: "signal_message.Message", tail: { name: "mac", says: "MAC", length: 8 } },
  skmsg: {
    message: "sender_key.SenderKeyMessage",
    tail: { name: "signature", says: "signature (XEdDSA)", length: 64 },
  },
} as const;

export type EncType = keyof typeof forms;

export interface AnnotatedSignalMessage extends Annotated {
  /** Bytes in hexadecimal; `version` is the first byte. In a pkmsg, `message` is the msg that it carries. */
  readonly json: MessageJson;
}

/** Says what the bytes of a Signal message are, as far as that is visible without keys. Never throws. */
export function annotateSignalMessage(type: EncType, bytes: Uint8Array): AnnotatedSignalMessage {
  const list = new AnnotationList();
  const { message, tail } = forms[type];
  const [first] = bytes;
  if (first === undefined)
    return { annotations: [], json: {}, problem: { at: 0, reason: "no bytes, wanted a message" } };
  list.add(0, 1, 0, `version ${first >> 4}; the sender knows versions up to ${first & 15}`);
  const end = bytes.length - (tail?.length ?? 0);
  if (end < 1) {
    const reason = `${bytes.length} bytes, wanted more than the ${tail?.length ?? 0} at its end`;
    list.add(1, bytes.length, 0, "not read");
    return { annotations: list.all, json: {}, problem: { at: 1, reason } };
  }
  const read = annotateMessage(bytes.subarray(1, end), message);
  const version = toHex(bytes.subarray(0, 1));
  if (type === "pkmsg" && typeof read.json["message"] === "string") {
    const inner = annotateSignalMessage("msg", fromHex(read.json["message"]));
    const problem = withInner(list, read, inner);
    return { annotations: list.all, json: { version, ...read.json, message: inner.json }, ...(problem && { problem }) };
  }
  const problem = list.nest(read, 1, 0);
  if (tail) list.add(end, bytes.length, 0, `${tail.says}, ${tail.length} bytes`);
  const json = { version, ...read.json, ...(tail && { [tail.name]: toHex(bytes.subarray(end)) }) };
  return { annotations: list.all, json, ...(problem && { problem }) };
}

/** Puts the annotations of the inner message in the place of the last field that carries one. */
function withInner(list: AnnotationList, read: Annotated, inner: Annotated): ReadingProblem | undefined {
  const carrier = read.annotations.findLastIndex(({ says }) => says.startsWith("field 4 message,"));
  const field: Annotation | undefined = read.annotations[carrier];
  if (field === undefined) return list.nest(read, 1, 0);
  const innerLength = inner.annotations.reduce((sum, { length }) => sum + length, 0);
  const header = { ...field, length: field.length - innerLength };
  list.nest({ annotations: [...read.annotations.slice(0, carrier), header] }, 1, 0);
  const innerProblem = list.nest(inner, 1 + field.at + header.length, 1);
  const problem = list.nest({ ...read, annotations: read.annotations.slice(carrier + 1) }, 1, 0);
  return innerProblem ?? problem;
}

/** The message of the JSON above. @throws SignalError `malformed-message`, which names the member. */
export function encodeSignalMessageJson(type: EncType, json: unknown): Uint8Array {
  const { message, tail } = forms[type];
  if (!isRecord(json)) throw malformed("the input", "an object");
  const { version, ...others } = json;
  const end = tail === undefined ? new Uint8Array(0) : hexOf(others[tail.name], tail.name);
  const carried = others["message"];
  const fields = Object.fromEntries(Object.entries(others).filter(([name]) => name !== tail?.name));
  if (type === "pkmsg" && isRecord(carried)) fields["message"] = toHex(encodeSignalMessageJson("msg", carried));
  try {
    return concat(hexOf(version, "version"), encodeMessageJson(fields, message), end);
  } catch (thrown) {
    if (!(thrown instanceof ProtoError)) throw thrown;
    throw new SignalError("malformed-message", thrown.message, { cause: thrown });
  }
}

function hexOf(value: unknown, name: string): Uint8Array {
  if (typeof value === "string" && value.length % 2 === 0 && /^[\da-f]*$/i.test(value)) return fromHex(value);
  throw malformed(name, "bytes in hexadecimal");
}

function malformed(what: string, wanted: string): SignalError {
  return new SignalError("malformed-message", `Write message: found something else in ${what}, wanted ${wanted}`);
}
