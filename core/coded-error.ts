/** A known mistake with which something that failed would be right. */
export interface Fit {
  readonly mistake: string;
  readonly sentence: string;
}

/**
 * The base of every error that this project throws on purpose. `code` comes from a closed list that each layer
 * declares; the message says what was attempted, a colon, what was found and what was wanted. Tests assert codes.
 */
export class CodedError<Code extends string = string> extends Error {
  readonly code: Code;
  /** Set by those who have looked for it. */
  fit?: Fit;

  constructor(code: Code, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
  }
}

/** The message of a thrown value, for use as the tail of a message of ours. */
export function reasonOf(thrown: unknown): string {
  // Errors of another realm (a worker, a test's sandbox) are not instances of this one's Error.
  const hasMessage = typeof thrown === "object" && thrown !== null && "message" in thrown;
  return hasMessage && typeof thrown.message === "string" ? thrown.message : String(thrown);
}
