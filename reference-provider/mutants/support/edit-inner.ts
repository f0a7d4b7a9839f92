import type { SignalMessage } from "../../../signal/account.js";
import { editFields } from "../../../signal/edit-fields.js";

const limits = { maxBytes: 16 * 1024 * 1024, maxFields: 64 };
const innerMessage = 4;
const macLength = 8;

interface Edits {
  readonly fields?: (inner: Uint8Array) => Uint8Array;
  readonly mac?: (mac: Uint8Array) => Uint8Array;
}

/** The message with other fields and another MAC; in a pre-key message those of the message inside it. */
export function editInner({ type, bytes }: SignalMessage, { fields = same, mac = same }: Edits): SignalMessage {
  const edit = (whole: Uint8Array): Uint8Array =>
    Buffer.concat([
      whole.subarray(0, 1),
      fields(whole.subarray(1, -macLength)),
      mac(Uint8Array.from(whole.subarray(-macLength))),
    ]);
  if (type === "msg") return { type, bytes: edit(bytes) };
  const outer = editFields(bytes.subarray(1), limits, {
    [innerMessage]: ({ bytes: inner = new Uint8Array(0) }) => edit(inner),
  });
  return { type, bytes: Buffer.concat([bytes.subarray(0, 1), outer]) };
}

/** The ordinary message inside a pre-key message. */
export function innerOf(preKeyMessage: Uint8Array): Uint8Array {
  let found: Uint8Array = new Uint8Array(0);
  editFields(preKeyMessage.subarray(1), limits, {
    [innerMessage]: ({ bytes = new Uint8Array(0) }) => {
      found = Uint8Array.from(bytes);
      return bytes;
    },
  });
  return found;
}

function same(bytes: Uint8Array): Uint8Array {
  return bytes;
}
