import { concat, fromHex, toHex } from "../../../core/bytes.js";
import { diagnoseFinish, type FailedHandshake } from "../../../protocol/noise/diagnosis/handshake.js";
import { NoiseError } from "../../../protocol/noise/errors.js";
import type { HandshakeFields } from "../../../protocol/noise/handshake-state.js";
import { type Intro, IntroReader } from "../../../protocol/noise/intro.js";
import { generateKeyPair } from "../../../protocol/noise/keys.js";
import { decodeExpected, encodeHandshake } from "../../../protocol/noise/messages.js";
import { type HandshakeMistake, handshakeMistakes } from "../../../protocol/noise/mistakes.js";
import { type Accepted, type Responder, startResponder } from "../../../protocol/noise/responder.js";
import type { ChatDeps } from "./deps.js";

/** Reads and records the header of a client, the four bytes before its first frame. */
export class HeaderReader {
  readonly #journal: ChatDeps["journal"];
  readonly #connection: string;
  readonly #wanted: Uint8Array;
  readonly #reader: IntroReader;
  #seen: Uint8Array = new Uint8Array(0);

  constructor({ profile, journal }: Pick<ChatDeps, "profile" | "journal">, connection: string) {
    this.#journal = journal;
    this.#connection = connection;
    this.#wanted = fromHex(profile.channel.header);
    this.#reader = new IntroReader({ header: this.#wanted });
  }

  /** Undefined until the header is complete. @throws NoiseError `bad-header`, after recording the bytes found. */
  push(chunk: Uint8Array): Intro | undefined {
    this.#seen = concat(this.#seen, chunk.subarray(0, this.#wanted.length)).slice(0, this.#wanted.length);
    try {
      const intro = this.#reader.push(chunk);
      if (intro !== undefined) this.#record(intro.header);
      return intro;
    } catch (thrown) {
      this.#record(this.#seen);
      throw thrown;
    }
  }

  #record(header: Uint8Array): void {
    const entry = { kind: "handshake", by: "provider", connection: this.#connection, message: "header" } as const;
    this.#journal.record({ ...entry, fields: { hex: toHex(header) } });
  }
}

type HandshakeDeps = Pick<ChatDeps, "journal" | "random" | "faults" | "identity" | "keyLog">;

export interface Finish extends Accepted {
  /** How many bytes the message has beyond the static key and the payload. */
  readonly furtherBytes: number;
}

/** The server's side of one Noise handshake. Records its messages. */
export class ServerHandshake {
  readonly #deps: HandshakeDeps;
  readonly #connection: string;
  readonly #responder: Responder;
  readonly #keys: Pick<FailedHandshake, "prologue" | "staticKey" | "ephemeral">;
  readonly #mistake: HandshakeMistake | undefined;
  #clientEphemeral: Uint8Array | undefined;
  #serverPayload: Uint8Array | undefined;

  /** @param prologue - The header of the client, as received. */
  constructor(deps: HandshakeDeps, connection: string, prologue: Uint8Array) {
    this.#deps = deps;
    this.#connection = connection;
    this.#keys = { prologue, staticKey: deps.identity.staticKey, ephemeral: generateKeyPair(deps.random) };
    this.#mistake = deps.faults.apply("handshake-mistake", undefined, { connection });
    this.#responder = startResponder({ ...this.#keys, mistake: this.#mistake });
  }

  /**
   * Reads ClientHello and returns the encoded ServerHello; undefined when a fault withholds it.
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
    this.#serverPayload = identity.chain(connection);
    const sound = this.#responder.serverHello(this.#serverPayload);
    const answer = faults.apply("server-hello", sound, { connection });
    if (answer === undefined) return undefined;
    const mistake = this.#mistake;
    const made = mistake === undefined ? {} : { mistake: { mistake, sentence: handshakeMistakes[mistake] } };
    const fields = { ephemeral: toHex(answer.ephemeral), ...made };
    journal.record({ kind: "handshake", by: "harness", connection, message: "server-hello", fields });
    const encoded = encodeHandshake({ kind: "serverHello", fields: { ...answer } });
    return faults.apply("server-hello-bytes", encoded, { connection });
  }

  /** Reads ClientFinish. @throws NoiseError with the known mistake that fits. */
  finish(body: Uint8Array): Finish {
    const fields = decodeExpected(body, "clientFinish");
    const accepted = this.#read(fields);
    if (this.#clientEphemeral !== undefined) this.#deps.keyLog?.(this.#clientEphemeral, accepted.transport);
    const expected = encodeHandshake({ kind: "clientFinish", fields });
    return { ...accepted, furtherBytes: body.length - expected.length };
  }

  #read(finish: HandshakeFields): Accepted {
    try {
      return this.#responder.readFinish(finish);
    } catch (thrown) {
      const [clientEphemeral, serverPayload] = [this.#clientEphemeral, this.#serverPayload];
      const isSealed = thrown instanceof NoiseError && thrown.code === "decrypt-failed";
      if (!isSealed || clientEphemeral === undefined || serverPayload === undefined) throw thrown;
      const fit = diagnoseFinish({ ...this.#keys, clientEphemeral, serverPayload, finish });
      if (fit !== undefined) thrown.fit = fit;
      throw thrown;
    }
  }
}
