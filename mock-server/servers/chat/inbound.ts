import type { CodedError } from "../../../core/coded-error.js";
import type { CipherState } from "../../../protocol/noise/cipher-state.js";
import { isCoded } from "../../side/errors.js";
import type { ChatDeps } from "./deps.js";
import { factsOf } from "./stanza-reading.js";

type InboundDeps = Pick<ChatDeps, "journal" | "codec" | "read" | "judge" | "dispatch">;

/** The way in of one connection after login: frame, cipher, payload, judgement, engine. */
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

  /** What was wrong with the frame, after recording it; undefined when it was a stanza. */
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
    const { codec, read, judge, journal, dispatch } = this.#deps;
    const connection = this.#connection;
    const payload = this.#cipher.decrypt(body);
    const stanza = codec.read(payload);
    const { node } = stanza;
    const violations = judge(node, "in");
    const facts = factsOf(stanza, violations);
    const entry = journal.recordStanza({ connection, account: this.#account, direction: "in", payload, facts, read });
    const valid = violations.length === 0;
    dispatch({ type: "stanza", from: { kind: "connection", connection }, node, entry, valid });
  }
}
