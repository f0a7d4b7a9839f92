/** Tags of the outer protobuf of a pre-key message (wire 5.2). */
const registrationTag = 0x28;
const bytesWireType = 2;

/** A pre-key message that names another registration id. It still opens: that part has no MAC. */
export function withOtherRegistrationId(message: Uint8Array): Uint8Array {
  const changed = Uint8Array.from(message);
  // After the version byte come fields of two kinds only: varints and lengths with as many bytes.
  for (let at = 1; at < changed.length; ) {
    const tag = changed[at] ?? 0;
    const { value, end } = varint(changed, at + 1);
    // The lowest bit of the first byte: another number of the same length.
    if (tag === registrationTag) changed[at + 1] = (changed[at + 1] ?? 0) ^ 1;
    at = (tag & 7) === bytesWireType ? end + value : end;
  }
  return changed;
}

function varint(bytes: Uint8Array, start: number): { value: number; end: number } {
  let value = 0;
  let at = start;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++] ?? 0;
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return { value, end: at };
  }
}
