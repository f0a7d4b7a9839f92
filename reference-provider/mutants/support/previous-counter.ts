import { fromBase64, toBase64, utf8 } from "../../../core/bytes.js";
import { editFields } from "../../../signal/edit-fields.js";

/** Field numbers of libsignal's stored sessions. */
const currentSession = 1;
const previousCounter = 5;

const limits = { maxBytes: 16 * 1024 * 1024, maxFields: 100_000 };

/** An exported account whose sessions remember another number for the chain before, where they remember one. */
export function withPreviousCounter(state: Uint8Array, counter: number): Uint8Array {
  const stored = JSON.parse(new TextDecoder().decode(state)) as { sessions: Record<string, string> };
  const sessions = Object.entries(stored.sessions).map(([key, record]): [string, string] => [
    key,
    toBase64(
      editFields(fromBase64(record) ?? new Uint8Array(0), limits, {
        [currentSession]: ({ bytes = new Uint8Array(0) }) =>
          editFields(bytes, limits, { [previousCounter]: () => counter }),
      }),
    ),
  ]);
  return utf8(JSON.stringify({ ...stored, sessions: Object.fromEntries(sessions) }));
}
