import { toHex } from "../../../core/bytes.js";
import type { CodedError } from "../../../core/coded-error.js";
import type { BadFrameEntry } from "../../../harness/model/trace.js";
import { diagnoseFrame } from "../../../protocol/noise/diagnosis/frame.js";
import { NoiseError } from "../../../protocol/noise/errors.js";
import type { Accepted } from "../../../protocol/noise/responder.js";
import { diagnosePayload } from "../../../protocol/stanza/diagnosis/payload.js";
import { StanzaError } from "../../../protocol/stanza/errors.js";
import type { StanzaSource } from "../../journal/entry-log.js";
import { isCoded } from "../../side/errors.js";
import type { ChatDeps } from "./deps.js";

type InboundDeps = Pick<ChatDeps, "journal" | "codec" | "read" | "validate" | "dispatch">;

/** Kept of a frame that cannot be read. */
const shownBytes = 256;

/** Received frames of one connection after login: decrypt, decode, validate, record, pass to the engine. */
export class Inbound {
  readonly #deps: InboundDeps;
  readonly #keys: Pick<Accepted, "transport" | "handshakeHash">;
  readonly #source: StanzaSource;

  constructor(
    deps: InboundDeps,
    from: Pick<Accepted, "transport" | "handshakeHash"> & { readonly account: string; readonly connection: string },
  ) {
    this.#deps = deps;
    this.#keys = from;
    const { account, connection } = from;
    this.#source = { connection, account, direction: "in", read: deps.read };
  }

  /** Undefined when the frame was a stanza; otherwise what was wrong with it, which is then recorded. */
  take(body: Uint8Array): CodedError | undefined {
    let payload: Uint8Array | undefined;
    try {
      payload = this.#keys.transport.receive.decrypt(body);
      this.#takeStanza(payload);
      return undefined;
    } catch (thrown) {
      if (!isCoded(thrown)) throw thrown;
      this.reject(thrown, body.length, this.#lookInto(thrown, body, payload));
      return thrown;
    }
  }

  /** Records bytes that could not become a stanza. */
  reject(
    { code, message }: CodedError,
    size: number,
    more: Pick<BadFrameEntry, "hex" | "offset" | "diagnosis"> = {},
  ): void {
    const { connection, account } = this.#source;
    const entry = { kind: "bad-frame", by: "provider", connection, account, code, message, size } as const;
    this.#deps.journal.record({ ...entry, ...more });
  }

  #takeStanza(payload: Uint8Array): void {
    const { codec, validate, journal, dispatch } = this.#deps;
    const node = codec.decode(payload);
    const violations = validate(node, "in");
    journal.counts.addStanza("in", node.tag, violations.length === 0 ? "valid" : "invalid");
    const entry = journal.recordStanza(this.#source, payload, violations);
    const from = { kind: "connection", connection: this.#source.connection } as const;
    dispatch({ type: "stanza", from, node, entry, valid: violations.length === 0 });
  }

  /** What a person needs to see of a frame that is no stanza, and the known mistake that explains it. */
  #lookInto(
    thrown: CodedError,
    body: Uint8Array,
    payload: Uint8Array | undefined,
  ): Pick<BadFrameEntry, "hex" | "offset" | "diagnosis"> {
    const shown = { hex: toHex((payload ?? body).subarray(0, shownBytes)) };
    if (thrown instanceof StanzaError) {
      const fit = payload && diagnosePayload(payload, thrown);
      return {
        ...shown,
        ...(thrown.offset !== undefined && { offset: thrown.offset }),
        ...(fit && { diagnosis: fit }),
      };
    }
    const isSealed = thrown instanceof NoiseError && thrown.code === "decrypt-failed" && payload === undefined;
    const diagnosis = isSealed ? diagnoseFrame({ ...this.#keys, body }) : undefined;
    return { ...shown, ...(diagnosis && { diagnosis }) };
  }
}
