import type { CodedError } from "../../../core/coded-error.js";
import type { CipherState } from "../../../protocol/noise/cipher-state.js";
import { judgeStanza } from "../../../protocol/stanza/catalogue/judge.js";
import type { Violation } from "../../../harness/model/trace.js";
import { describe, type StanzaNode } from "../../../protocol/stanza/node.js";
import { isCoded } from "../../errors.js";
import type { ChatParts } from "./parts.js";
import { toTraceNode } from "./trace-node.js";

type InboundParts = Pick<ChatParts, "profile" | "engine" | "journal" | "codec" | "dispatch">;

/** The way in of one connection after login: frame, cipher, payload, judgement, engine. */
export class Inbound {
  readonly #parts: InboundParts;
  readonly #cipher: CipherState;
  readonly #account: string;
  readonly #connection: string;

  constructor(parts: InboundParts, from: { cipher: CipherState; account: string; connection: string }) {
    this.#parts = parts;
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
    const { journal } = this.#parts;
    const connection = this.#connection;
    journal.record({ kind: "bad-frame", by: "provider", connection, account: this.#account, code, message, size });
  }

  #takeStanza(body: Uint8Array): void {
    const { codec, journal, dispatch } = this.#parts;
    const plaintext = this.#cipher.decrypt(body);
    const { node, compressed, notes } = codec.decode(plaintext);
    const violations = this.#judge(node);
    const { seq: entry } = journal.record({
      kind: "stanza",
      by: "provider",
      connection: this.#connection,
      account: this.#account,
      direction: "in",
      node: toTraceNode(node),
      size: plaintext.length,
      compressed,
      notes: [...new Set(notes.map(({ kind }) => kind))],
      violations,
    });
    const from = { kind: "connection", connection: this.#connection } as const;
    dispatch({ type: "stanza", from, node, entry, valid: violations.length === 0 });
  }
  #judge(node: StanzaNode): readonly Violation[] {
    const { profile, engine } = this.#parts;
    if (profile.stanza.judgedBy === "catalogue") return judgeStanza(node, "from-client");
    if (engine.knows(node)) return [];
    const message = `${describe(node)}: the endpoint has no answer of its own to this`;
    return [{ stanza: node.tag, path: node.tag, rule: "unknown-stanza", message }];
  }
}
