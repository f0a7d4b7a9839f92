import { decodeMessage, encodeMessage } from "../../proto/codec.js";
import { ProtoError } from "../../proto/errors.js";
import { handshake } from "../../proto/gen/handshake.js";
import { NoiseError } from "./errors.js";
import type { HandshakeFields } from "./handshake-state.js";

const { HandshakeMessage } = handshake;

export const messageKinds = ["clientHello", "serverHello", "clientFinish"] as const;

export type MessageKind = (typeof messageKinds)[number];

/** HandshakeMessage (wire 1.2): one of three kinds, each with the same parts. */
export interface Message {
  readonly kind: MessageKind;
  readonly fields: HandshakeFields;
}

/** In bytes. ClientFinish carries a token too; everything together stays far below this. */
const maxMessage = 2 ** 17;

/** A fault may leave fields out; nothing is checked here. */
export function encodeHandshake({ kind, fields }: Message): Uint8Array {
  return encodeMessage(HandshakeMessage, { [kind]: fields });
}

/**
 * The byte fields are views of `bytes`. Unknown fields and those of the extended (post-quantum) handshake are ignored.
 *
 * @throws NoiseError `malformed-handshake` for anything that is not exactly one of the three kinds.
 */
export function decodeHandshake(bytes: Uint8Array): Message {
  const message = decoded(bytes);
  const [kind, ...others] = messageKinds.filter((each) => message[each] != null);
  if (kind === undefined || others.length > 0) {
    const found = kind === undefined ? "none" : [kind, ...others].join(" and ");
    throw new NoiseError("malformed-handshake", `Decode handshake message: ${found} found, wanted one message`);
  }
  return { kind, fields: fieldsOf(message[kind] ?? {}) };
}

/**
 * The fields of the message that is due.
 *
 * @throws NoiseError `malformed-handshake` also for a message of another kind.
 */
export function decodeExpected(bytes: Uint8Array, wanted: MessageKind): HandshakeFields {
  const { kind, fields } = decodeHandshake(bytes);
  if (kind !== wanted) {
    throw new NoiseError("malformed-handshake", `Decode handshake message: ${kind} found, wanted ${wanted}`);
  }
  return fields;
}

function decoded(bytes: Uint8Array): handshake.HandshakeMessage.$Properties {
  try {
    return decodeMessage(HandshakeMessage, bytes, maxMessage);
  } catch (cause) {
    if (!(cause instanceof ProtoError)) throw cause;
    throw new NoiseError("malformed-handshake", `Decode handshake message: ${cause.message}`, { cause });
  }
}

type Nullable<Type> = { readonly [Key in keyof Type]?: Type[Key] | null | undefined };

function fieldsOf(message: Nullable<HandshakeFields>): HandshakeFields {
  return {
    ...(message.ephemeral != null && { ephemeral: message.ephemeral }),
    ...(message.static != null && { static: message.static }),
    ...(message.payload != null && { payload: message.payload }),
  };
}
