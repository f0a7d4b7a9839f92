import protobuf from "protobufjs/minimal.js";
import { reasonOf } from "../core/coded-error.js";
import { ProtoError } from "./errors.js";

/** What a generated message class offers for writing. `Message` is its `$Properties`. */
export interface MessageWriter<Message> {
  encode(message: Message): { finish(): Uint8Array };
}

/** What a generated message class offers for reading. */
export interface MessageReader<Message> {
  decode(reader: protobuf.Reader): Message;
}

/** Encodes `message`. Absent and null fields are left out; 64-bit fields take integers up to 2^53 - 1. */
export function encodeMessage<Message>(codec: MessageWriter<Message>, message: Message): Uint8Array {
  return plain(codec.encode(message).finish());
}

/**
 * Decodes `bytes`. Absent fields read as null, bytes fields are views of `bytes`, 64-bit numbers above 2^53 are rounded,
 * unknown fields (also known ones with a foreign wire type) are kept raw in `$unknowns`, and nesting stops at 100.
 *
 * @throws ProtoError `proto-too-large` above `maxBytes`; `proto-malformed` for anything that is not a protobuf message,
 * which includes invalid UTF-8 in a string.
 */
export function decodeMessage<Message>(codec: MessageReader<Message>, bytes: Uint8Array, maxBytes: number): Message {
  if (bytes.length > maxBytes) {
    throw new ProtoError("proto-too-large", `Decode protobuf: found ${bytes.length} bytes, wanted at most ${maxBytes}`);
  }
  try {
    return codec.decode(new Reader(plain(bytes)));
  } catch (thrown) {
    throw new ProtoError("proto-malformed", `Decode protobuf: found ${reasonOf(thrown)}`, { cause: thrown });
  }
}

/** protobufjs answers 64-bit fields with Long objects; the generated types and our code want numbers. */
class Reader extends protobuf.Reader {
  constructor(bytes: Uint8Array) {
    super(bytes);
    this.discardUnknown = false;
  }

  /** Schemas of version 2 leave invalid UTF-8 alone by default. An invalid string would spread as U+FFFD. */
  override string(): string {
    return this.stringVerify();
  }
}

// Assigned rather than overridden: the declared return type is Long.
Object.assign(Reader.prototype, {
  uint64(this: protobuf.Reader): number {
    return toNumber(protobuf.Reader.prototype.uint64.call(this));
  },
  int64(this: protobuf.Reader): number {
    return toNumber(protobuf.Reader.prototype.int64.call(this));
  },
});

function toNumber({ low, high, unsigned }: protobuf.Long): number {
  return (unsigned ? high >>> 0 : high) * 2 ** 32 + (low >>> 0);
}

function plain(bytes: Uint8Array): Uint8Array {
  return Buffer.isBuffer(bytes) ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) : bytes;
}
