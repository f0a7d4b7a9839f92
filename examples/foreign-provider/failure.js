/** What a call of the driver protocol can answer with: an error whose code is kebab-case. */
export class Failure extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}
