import { ProtoError } from "../../proto/errors.js";
import { type WireField, wireFields } from "../../proto/wire.js";
import { defaultContentLimits } from "./limits.js";

/** Fields of a message that hold another whole message in their field 1, in the open clients' schema. */
const wrapperFields: ReadonlySet<number> = new Set([37, 40, 53, 55, 59]);
const wrappedField = 1;

/** Fields that go along with a content or with a wrapper: key distribution and context. */
const companionFields: ReadonlySet<number> = new Set([2, 35]);

/** Ordinary clients nest two wrappers at most. */
const maximumDepth = 4;

/**
 * The message inside its wrappers (disappearing, view once, document with caption), by which ordinary clients carry
 * what older ones may not understand. Bytes that are not wrapped, or are no message, come back as they are.
 */
export function unwrapContent(bytes: Uint8Array): Uint8Array {
  let inner = bytes;
  for (let depth = 0; depth < maximumDepth; depth++) {
    const next = wrappedIn(inner);
    if (next === undefined) break;
    inner = next;
  }
  return inner;
}

function wrappedIn(bytes: Uint8Array): Uint8Array | undefined {
  const [wrapper, ...others] = fieldsOf(bytes).filter(({ number }) => !companionFields.has(number));
  if (wrapper?.bytes === undefined || others.length > 0 || !wrapperFields.has(wrapper.number)) return undefined;
  return fieldsOf(wrapper.bytes).find(({ number }) => number === wrappedField)?.bytes;
}

function fieldsOf(bytes: Uint8Array): readonly WireField[] {
  try {
    return wireFields(bytes, { maxBytes: defaultContentLimits.maxBytes, maxFields: 64 });
  } catch (thrown) {
    if (thrown instanceof ProtoError) return [];
    throw thrown;
  }
}
