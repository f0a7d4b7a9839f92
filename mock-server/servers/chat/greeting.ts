import { concat, fromHex, toHex } from "../../../core/bytes.js";
import { type Intro, IntroReader } from "../../../protocol/noise/intro.js";
import type { ChatDeps } from "./deps.js";

/** The client's header, the four bytes before its first frame, with its entry in the trace. */
export class Greeting {
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

  /** Undefined until the header is complete. @throws NoiseError `bad-header`, after recording what came instead. */
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
    const fields = { hex: toHex(header) };
    this.#journal.record({
      kind: "handshake",
      by: "provider",
      connection: this.#connection,
      message: "header",
      fields,
    });
  }
}
