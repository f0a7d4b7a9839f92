import { ErrorCode } from "@signalapp/libsignal-client";
import { reasonOf } from "../../core/coded-error.js";
import { SignalError, type SignalErrorCode } from "../errors.js";
import type { MissingKey } from "./operation.js";

/** libsignal gives most failures one code and tells them apart by text only. The tests pin these texts. */
const texts: readonly (readonly [RegExp, SignalErrorCode])[] = [
  [/^session with .* not found/s, "no-session"],
  [/invalid signature detected/, "bad-signed-pre-key-signature"],
  [/decryption failed|MAC verification failed/, "bad-mac"],
  [/ciphertext version was/, "unsupported-version"],
  [/protobuf encoding was invalid|too short|bad key (?:length|type)|no key type/, "malformed-message"],
];

/** Gives what libsignal threw during `attempt` a code of ours. */
export function translate(attempt: string, thrown: unknown, missingKey?: MissingKey): SignalError {
  if (thrown instanceof SignalError) return thrown;
  if (missingKey !== undefined) {
    const found = `${missingKey.code.replaceAll("-", " ")} ${missingKey.id}`;
    return new SignalError(missingKey.code, `${attempt}: found ${found}, wanted one of ours`, { cause: thrown });
  }
  return new SignalError(codeOf(thrown), `${attempt}: found ${reasonOf(thrown)}, wanted success`, { cause: thrown });
}

/**
 * By shape, not by class: the native part throws errors of whichever copy of its module was loaded last in the process.
 */
function codeOf(thrown: unknown): SignalErrorCode {
  if (typeof thrown !== "object" || thrown === null || !("code" in thrown) || !("message" in thrown)) {
    return "signal-failure";
  }
  const { code, message } = thrown;
  if (code === ErrorCode.DuplicatedMessage) return "duplicate-message";
  if (code === ErrorCode.UntrustedIdentity) return "untrusted-identity";
  return texts.find(([pattern]) => typeof message === "string" && pattern.test(message))?.[1] ?? "signal-failure";
}
