import { concat, utf8 } from "../core/bytes.js";
import { fault, faultTable } from "./fault.js";
import { keyOf } from "./parameters.js";

/** What can be wrong with the description of a file in the message of a simulated user. */
export const descriptorFaults = faultTable({
  "media-descriptor": fault({
    sentence: "Leaves out a field of the description of an image, or writes it in another form",
    hook: "plaintext",
    params: { field: keyOf(imageFields()), form: keyOf(forms()) },
    fits: ({ content }) => fieldsOf(content).some(({ number }) => number === imageMessage),
    effect: (plain, { field, form }) => ({ ...plain, content: describedAs(plain.content, field, form) }),
  }),
});

/** The field of a message that has this name in protocol/content. */
const imageMessage = 3;

/** Numbers of the fields of an image (interop fact 73). */
function imageFields() {
  return {
    mimetype: 2,
    fileSha256: 4,
    fileLength: 5,
    mediaKey: 8,
    fileEncSha256: 9,
    directPath: 11,
    mediaKeyTimestamp: 12,
    unknown: 2047,
  } satisfies Record<string, number>;
}

/** What is written instead of a field, given its bytes; nothing where there is none. */
function forms() {
  return {
    absent: () => undefined,
    empty: () => lengthDelimited(new Uint8Array(0)),
    short: (bytes) => lengthDelimited(bytes.subarray(0, -1)),
    long: (bytes) => lengthDelimited(concat(bytes, Uint8Array.of(0))),
    hexadecimal: (bytes) => lengthDelimited(utf8(Buffer.from(bytes).toString("hex"))),
    /** A number where bytes should be, as it would be written by an application with another schema. */
    number: () => ({ type: 0, value: Uint8Array.of(1) }),
    "without-slash": (bytes) => lengthDelimited(bytes.subarray(1)),
    "other-host": () => lengthDelimited(utf8("//media.invalid/v/t1")),
    added: () => lengthDelimited(Uint8Array.of(1, 2, 3)),
  } satisfies Record<string, (bytes: Uint8Array) => Written | undefined>;
}

interface Written {
  /** Wire type of protobuf. */
  readonly type: number;
  /** What follows the tag. */
  readonly value: Uint8Array;
}

interface Field extends Written {
  readonly number: number;
  /** Without the length in front. */
  readonly bytes: Uint8Array;
}

function describedAs(
  content: Uint8Array,
  field: keyof ReturnType<typeof imageFields>,
  form: keyof ReturnType<typeof forms>,
): Uint8Array {
  const wanted = imageFields()[field];
  const write: (bytes: Uint8Array) => Written | undefined = forms()[form];
  const change = (fields: readonly Field[]): Uint8Array => {
    const found = fields.find(({ number }) => number === wanted);
    const written = write(found?.bytes ?? new Uint8Array(0));
    const kept = fields.filter((each) => each !== found);
    return concat(...[...kept, ...(written ? [{ number: wanted, ...written }] : [])].map(encoded));
  };
  const outer = fieldsOf(content).map((each) =>
    each.number === imageMessage ? { ...each, ...lengthDelimited(change(fieldsOf(each.bytes))) } : each,
  );
  return concat(...outer.map(encoded));
}

function encoded({ number, type, value }: Written & { readonly number: number }): Uint8Array {
  return concat(varint(number * 8 + type), value);
}

function lengthDelimited(bytes: Uint8Array): Written {
  return { type: 2, value: concat(varint(bytes.length), bytes) };
}

/** The fields of a message that this project has encoded: numbers and lengths only. */
function fieldsOf(message: Uint8Array): readonly Field[] {
  const fields: Field[] = [];
  let at = 0;
  const number = (): number => {
    let [found, shift] = [0, 1];
    for (; (message[at] ?? 0) >= 0x80; at++, shift *= 0x80) found += ((message[at] ?? 0) - 0x80) * shift;
    return found + (message[at++] ?? 0) * shift;
  };
  while (at < message.length) {
    const tag = number();
    const start = at;
    const length = number();
    const from = at;
    if (tag % 8 === 2) at += length;
    const value = message.subarray(start, at);
    fields.push({ number: Math.floor(tag / 8), type: tag % 8, value, bytes: message.subarray(from, at) });
  }
  return fields;
}

function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) + 0x80);
  return Uint8Array.of(...bytes, rest);
}
