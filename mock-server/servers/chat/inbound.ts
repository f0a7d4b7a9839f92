import type { CodedError } from "../../../core/coded-error.js";
import type { CipherState } from "../../../protocol/noise/cipher-state.js";
import { isCoded } from "../../side/errors.js";
import type { ChatDeps } from "./deps.js";
import { factsOf } from "./trace-form.js";

type InboundDeps = Pick<ChatDeps, "journal" | "codec" | "read" | "validate" | "dispatch">;

/** Received frames of one connection after login: decrypt, decode, validate, record, pass to the engine. */
export class Inbound {
  readonly #deps: InboundDeps;
  readonly #cipher: CipherState;
  readonly #account: string;
  readonly #connection: string;

  constructor(deps: InboundDeps, from: { cipher: CipherState; account: string; connection: string }) {
    this.#deps = deps;
    this.#cipher = from.cipher;
    this.#account = from.account;
    this.#connection = from.connection;
  }

  /** Undefined when the frame was a stanza; otherwise what was wrong with it, which is then recorded. */
  take(body: Uint8Array): CodedError | undefined {
    try {
      this.#takeStanza(body);
      return undefined;
    } catch (thrown) {
      if (!isCoded(thrown)) throw thrown;
      this.reject(thrown, body.length);
      return thrown;
    }
  }

  /** Records bytes that could not become a stanza. */
  reject({ code, message }: CodedError, size: number): void {
    const { journal } = this.#deps;
    const connection = this.#connection;
    journal.record({ kind: "bad-frame", by: "provider", connection, account: this.#account, code, message, size });
  }

  #takeStanza(body: Uint8Array): void {
    const { codec, read, validate, journal, dispatch } = this.#deps;
    const connection = this.#connection;
    const payload = this.#cipher.decrypt(body);
    const stanza = codec.read(payload);
    const violations = validate(stanza.node, "in");
    const facts = factsOf(stanza, violations);
    const entry = journal.recordStanza({ connection, account: this.#account, direction: "in", payload, facts, read });
    const from = { kind: "connection", connection } as const;
    dispatch({ type: "stanza", from, node: stanza.node, entry, valid: violations.length === 0 });
  }
}
