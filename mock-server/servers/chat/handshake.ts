import { toHex } from "../../../core/bytes.js";
import { NoiseError } from "../../../protocol/noise/errors.js";
import { generateKeyPair } from "../../../protocol/noise/keys.js";
import { decodeExpected, encodeHandshake } from "../../../protocol/noise/messages.js";
import { type Accepted, type Responder, startResponder } from "../../../protocol/noise/responder.js";
import type { ChatDeps } from "./deps.js";

type HandshakeDeps = Pick<ChatDeps, "journal" | "random" | "faults" | "identity" | "keyLog">;

/** The server's side of one Noise handshake, with its entries in the trace. */
export class ServerHandshake {
  readonly #deps: HandshakeDeps;
  readonly #connection: string;
  readonly #responder: Responder;
  #clientEphemeral: Uint8Array | undefined;

  /** @param prologue The client's header, as received. */
  constructor(deps: HandshakeDeps, connection: string, prologue: Uint8Array) {
    this.#deps = deps;
    this.#connection = connection;
    const ephemeral = generateKeyPair(deps.random);
    this.#responder = startResponder({ prologue, staticKey: deps.identity.staticKey, ephemeral });
  }

  /**
   * Takes ClientHello and makes the encoded ServerHello; undefined when a fault withholds it.
   *
   * @throws NoiseError
   */
  answerHello(body: Uint8Array): Uint8Array | undefined {
    const { journal, faults, identity } = this.#deps;
    const connection = this.#connection;
    const hello = decodeExpected(body, "clientHello");
    journal.record({
      kind: "handshake",
      by: "provider",
      connection,
      message: "client-hello",
      fields: {
        ephemeral: toHex(hello.ephemeral ?? new Uint8Array(0)),
        hasStatic: hello.static !== undefined,
        payloadBytes: hello.payload?.length ?? 0,
      },
    });
    if (hello.ephemeral === undefined) {
      throw new NoiseError("malformed-handshake", "Read ClientHello: no ephemeral key found, wanted 32 bytes");
    }
    this.#responder.readHello(hello.ephemeral);
    this.#clientEphemeral = hello.ephemeral;
    const sound = this.#responder.serverHello(identity.chain(connection));
    const answer = faults.apply("server-hello", sound, { connection });
    if (answer === undefined) return undefined;
    const fields = { ephemeral: toHex(answer.ephemeral) };
    journal.record({ kind: "handshake", by: "harness", connection, message: "server-hello", fields });
    const encoded = encodeHandshake({ kind: "serverHello", fields: { ...answer } });
    return faults.apply("server-hello-bytes", encoded, { connection });
  }

  /** Takes ClientFinish. @throws NoiseError */
  finish(body: Uint8Array): Accepted {
    const accepted = this.#responder.readFinish(decodeExpected(body, "clientFinish"));
    if (this.#clientEphemeral !== undefined) this.#deps.keyLog?.(this.#clientEphemeral, accepted.transport);
    return accepted;
  }
}
