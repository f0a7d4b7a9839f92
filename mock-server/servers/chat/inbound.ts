import type { CodedError } from "../../../core/coded-error.js";
import type { CipherState } from "../../../protocol/noise/cipher-state.js";
import type { StanzaSource } from "../../journal/entry-log.js";
import { isCoded } from "../../side/errors.js";
import type { ChatDeps } from "./deps.js";

type InboundDeps = Pick<ChatDeps, "journal" | "codec" | "read" | "validate" | "dispatch">;

/** Received frames of one connection after login: decrypt, decode, validate, record, pass to the engine. */
export class Inbound {
  readonly #deps: InboundDeps;
  readonly #cipher: CipherState;
  readonly #source: StanzaSource;

  constructor(deps: InboundDeps, from: { cipher: CipherState; account: string; connection: string }) {
    this.#deps = deps;
    this.#cipher = from.cipher;
    const { account, connection } = from;
    this.#source = { connection, account, direction: "in", read: deps.read };
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
    const { connection, account } = this.#source;
    this.#deps.journal.record({ kind: "bad-frame", by: "provider", connection, account, code, message, size });
  }

  #takeStanza(body: Uint8Array): void {
    const { codec, validate, journal, dispatch } = this.#deps;
    const payload = this.#cipher.decrypt(body);
    const node = codec.decode(payload);
    const violations = validate(node, "in");
    const entry = journal.recordStanza(this.#source, payload, violations);
    const from = { kind: "connection", connection: this.#source.connection } as const;
    dispatch({ type: "stanza", from, node, entry, valid: violations.length === 0 });
  }
}
