import type { SignalMessageType } from "./account.js";
import { innerMessage } from "./inner-message.js";

/**
 * A copy with one bit of the message's authentication code turned, for whoever wants it refused. In a `pkmsg` that code
 * ends the inner message (field 4); what follows it is authenticated by nothing.
 *
 * @throws ProtoError for a `pkmsg` that is none.
 */
export function breakMac(type: SignalMessageType, bytes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const last = type === "msg" ? copy.length - 1 : endOfInner(copy);
  copy[last] = (copy[last] ?? 0) ^ 1;
  return copy;
}

function endOfInner(message: Uint8Array): number {
  const inner = innerMessage(message);
  // Fields are views of the input, so their place in it can be told.
  return inner === undefined ? message.length - 1 : inner.byteOffset - message.byteOffset + inner.length - 1;
}
