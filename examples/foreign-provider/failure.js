/** A failure that has a code of the driver protocol: kebab-case. */
export class Failure extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/** The text of whatever was thrown: the Signal library throws texts. */
export function reasonOf(thrown) {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** What a call answers with that failed. Codes of the system are upper-case, those of the protocol are not. */
export function errorFor(thrown) {
  const message = reasonOf(thrown);
  const code = /^[a-z][a-z0-9-]*$/.test(thrown.code ?? "") ? thrown.code : "provider-failed";
  return { code: -32_000, message, data: { code, detail: message } };
}
