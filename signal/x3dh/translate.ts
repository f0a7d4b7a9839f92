import { ErrorCode, LibSignalErrorBase } from "libsignal-x3dh";
import { reasonOf } from "../../core/coded-error.js";
import { SignalError, type SignalErrorCode } from "../errors.js";
import type { MissingKey } from "./operation.js";

/** libsignal 0.23.1 gives most failures one code and tells them apart by text only. The tests pin these texts. */
const texts: readonly (readonly [RegExp, SignalErrorCode])[] = [
  [/^session with .* not found$/s, "no-session"],
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

function codeOf(thrown: unknown): SignalErrorCode {
  if (!(thrown instanceof LibSignalErrorBase)) return "signal-failure";
  if (thrown.code === ErrorCode.DuplicatedMessage) return "duplicate-message";
  if (thrown.code === ErrorCode.UntrustedIdentity) return "untrusted-identity";
  return texts.find(([pattern]) => pattern.test(thrown.message))?.[1] ?? "signal-failure";
}
