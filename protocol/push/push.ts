import { CodedError } from "../../core/coded-error.js";
import { isRecord } from "../../core/is-record.js";

export const pushErrorCodes = ["push-malformed", "push-too-large"] as const;

export type PushErrorCode = (typeof pushErrorCodes)[number];

export class PushError extends CodedError<PushErrorCode> {}

/** A wake-up call: nothing but the user-visible identifier of the one who should reconnect (interop fact 91). */
export interface Push {
  readonly to: string;
}

/** The JSON body is a name and an identifier; anything above this size is not a push. */
export const maxPushBytes = 4096;

/** The JSON body of `POST {base}/push`. */
export function encodePush(push: Push): string {
  return JSON.stringify({ to: push.to });
}

/**
 * Reads the body of a push. Further members are refused: a push carries no content and no sender.
 *
 * @throws PushError `push-too-large`, `push-malformed`.
 */
export function parsePush(body: string): Push {
  const size = Buffer.byteLength(body);
  if (size > maxPushBytes) throw new PushError("push-too-large", `Read push: found ${size} bytes, wanted at most 4096`);
  const value = json(body);
  if (!isRecord(value)) throw malformed("no JSON object");
  const { to, ...others } = value;
  const names = Object.keys(others);
  if (names.length > 0) throw malformed(`further members: ${names.slice(0, 5).join(", ")}`);
  if (typeof to !== "string" || to === "") throw malformed("no identifier in to");
  return { to };
}

function json(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (thrown) {
    throw new PushError("push-malformed", "Read push: found no JSON, wanted an object with one member, to", {
      cause: thrown,
    });
  }
}

function malformed(found: string): PushError {
  return new PushError("push-malformed", `Read push: found ${found}, wanted an object with one member, to`);
}
