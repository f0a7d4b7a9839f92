import type { KeyObject } from "node:crypto";
import type { Transport } from "./cipher-state.js";
import { NoiseError } from "./errors.js";
import { diffieHellman, importPublicKey, keyLength, type KeyPair } from "./keys.js";
import type { HandshakeMistake } from "./mistakes.js";
import { SymmetricState } from "./symmetric-state.js";

/** Tokens of the Noise specification, section 7.1. For "es" and "se" the initiator's key comes first. */
export type PatternToken = "e" | "s" | "ee" | "es" | "se" | "ss";

/** A handshake pattern as data. Messages alternate, the initiator's first. */
export interface HandshakePattern {
  readonly name: string;
  /** True when the initiator knows the responder's static key beforehand (patterns with `<- s` before the dots). */
  readonly knowsResponder: boolean;
  readonly messages: readonly (readonly PatternToken[])[];
}

/** The full handshake that every interop connection makes (interop facts 26 and 29). */
export const patternXX: HandshakePattern = {
  name: "XX",
  knowsResponder: false,
  messages: [["e"], ["e", "ee", "s", "es"], ["s", "se"]],
};

export function protocolName(pattern: HandshakePattern): string {
  return `Noise_${pattern.name}_25519_AESGCM_SHA256`;
}

const failed = -1;
const nothing = new Uint8Array(0);

export type Role = "initiator" | "responder";

/**
 * One handshake message in parts, because the parts travel as protobuf fields and not as one string. `static` and
 * `payload` are ciphertext with tag wherever a key is known already.
 */
export interface HandshakeFields {
  readonly ephemeral?: Uint8Array;
  readonly static?: Uint8Array;
  readonly payload?: Uint8Array;
}

export interface HandshakeOptions {
  readonly pattern: HandshakePattern;
  readonly role: Role;
  readonly prologue: Uint8Array;
  readonly staticKey: KeyPair;
  /** Fresh for each handshake. */
  readonly ephemeral: KeyPair;
  /** The responder's key, where the pattern lets the initiator know it beforehand. */
  readonly remoteStatic?: Uint8Array;
  /** Accepts fields whose tag is wrong. Exists only to build providers with that defect. */
  readonly unsafeSkipTagCheck?: boolean;
  /** Departs from the specification, as some implementations do: for providers with that defect, and for their diagnosis. */
  readonly mistake?: HandshakeMistake | undefined;
  /** The first message with the mistake (default: 0). */
  readonly mistakeFrom?: number;
}

/**
 * The HandshakeState of the Noise specification, section 5.3, driven by a pattern. A message without payload skips the
 * payload step altogether: the ordinary client does not hash the empty payload of its first message (wire 1.2), where
 * the specification would. Pass an empty array for the specification's way.
 *
 * A call that throws ends the handshake; every later call is `out-of-turn`.
 */
export class HandshakeState {
  readonly #options: HandshakeOptions;
  readonly #symmetric: SymmetricState;
  /** Imported once, because it takes part in two agreements. */
  #remoteEphemeral: KeyObject | undefined;
  #remoteStatic: Uint8Array | undefined;
  #position = 0;

  constructor(options: HandshakeOptions) {
    this.#options = options;
    this.#symmetric = new SymmetricState(protocolName(options.pattern), {
      skipTagCheck: options.unsafeSkipTagCheck ?? false,
      mistake: this.#mistakeAt(0),
    });
    this.#mixPrologue(options.prologue);
    if (options.pattern.knowsResponder) {
      const initiates = options.role === "initiator";
      this.#remoteStatic = initiates ? options.remoteStatic : undefined;
      this.#symmetric.mixHash(initiates ? demand(options.remoteStatic, "static") : options.staticKey.publicKey);
    }
  }

  /** Undefined until the message that carries it has been read. */
  get remoteStatic(): Uint8Array | undefined {
    return this.#remoteStatic;
  }

  /** @throws NoiseError `out-of-turn`, `weak-key` */
  write(payload?: Uint8Array): HandshakeFields {
    return this.#take("write", (tokens) => {
      const written: { ephemeral?: Uint8Array; static?: Uint8Array; payload?: Uint8Array } = {};
      for (const token of tokens) {
        if (token === "e") {
          written.ephemeral = this.#options.ephemeral.publicKey;
          this.#symmetric.mixHash(written.ephemeral);
        } else if (token === "s") {
          written.static = this.#symmetric.encryptAndHash(this.#options.staticKey.publicKey);
        } else {
          this.#agree(token);
        }
      }
      if (payload !== undefined) written.payload = this.#sealedPayload(payload);
      return written;
    });
  }

  /**
   * The decrypted payload, empty when the message has none.
   *
   * @throws NoiseError `out-of-turn`, `malformed-handshake`, `decrypt-failed`, `bad-key`, `weak-key`
   */
  read(fields: HandshakeFields): Uint8Array {
    return this.#take("read", (tokens) => {
      for (const token of tokens) {
        if (token === "e") {
          const ephemeral = demand(fields.ephemeral, "ephemeral");
          this.#remoteEphemeral = importPublicKey(ephemeral);
          this.#symmetric.mixHash(ephemeral);
        } else if (token === "s") {
          this.#remoteStatic = publicKey(this.#symmetric.decryptAndHash(demand(fields.static, "static")));
        } else {
          this.#agree(token);
        }
      }
      return fields.payload === undefined ? nothing : this.#payload(fields.payload);
    });
  }

  #payload(sealed: Uint8Array): Uint8Array {
    if (this.#symmetric.mistake !== "server-payload-not-hashed") return this.#symmetric.decryptAndHash(sealed);
    return this.#symmetric.decrypt(sealed);
  }

  #sealedPayload(payload: Uint8Array): Uint8Array {
    if (this.#symmetric.mistake !== "server-payload-not-hashed") return this.#symmetric.encryptAndHash(payload);
    return this.#symmetric.encrypt(payload);
  }

  /**
   * Both directions of the transport and the hash that identifies this handshake.
   *
   * @throws NoiseError `out-of-turn` before the last message
   */
  split(): { transport: Transport; handshakeHash: Uint8Array } {
    const { messages } = this.#options.pattern;
    if (this.#position !== messages.length) {
      throw new NoiseError(
        "out-of-turn",
        `Split: handshake unfinished or failed, wanted all ${messages.length} messages`,
      );
    }
    const [first, second] = this.#symmetric.split();
    const transport =
      this.#options.role === "initiator" ? { send: first, receive: second } : { send: second, receive: first };
    return { transport, handshakeHash: this.#symmetric.handshakeHash };
  }

  #take<Result>(action: "write" | "read", run: (tokens: readonly PatternToken[]) => Result): Result {
    const { pattern, role } = this.#options;
    const position = this.#position;
    const tokens = pattern.messages[position];
    const writes = (position % 2 === 0) === (role === "initiator");
    if (tokens === undefined || writes !== (action === "write")) {
      const due = tokens === undefined ? "nothing" : `${role} to ${writes ? "write" : "read"}`;
      throw new NoiseError("out-of-turn", `Have ${role} ${action} in ${pattern.name}: message due is ${due}`);
    }
    // A failure leaves the state half changed, so no call may use it again.
    this.#position = failed;
    this.#symmetric.mistake = this.#mistakeAt(position);
    const result = run(tokens);
    if (position === 0 && this.#symmetric.mistake === "empty-payload-hashed") this.#symmetric.mixHash(nothing);
    this.#position = position + 1;
    return result;
  }

  #mixPrologue(prologue: Uint8Array): void {
    const { mistake } = this.#symmetric;
    if (mistake !== "prologue-skipped") this.#symmetric.mixHash(mistake === "prologue-missing" ? nothing : prologue);
  }

  #mistakeAt(position: number): HandshakeMistake | undefined {
    const { mistake, mistakeFrom = 0 } = this.#options;
    return position >= mistakeFrom ? mistake : undefined;
  }

  #agree(token: "ee" | "es" | "se" | "ss"): void {
    // The first letter names the initiator's key, the second the responder's.
    const initiates = this.#options.role === "initiator";
    const own = token[initiates ? 0 : 1] === "e" ? this.#options.ephemeral : this.#options.staticKey;
    const remoteIsEphemeral = token[initiates ? 1 : 0] === "e";
    const remote = remoteIsEphemeral
      ? demand(this.#remoteEphemeral, "ephemeral")
      : demand(this.#remoteStatic, "static");
    this.#symmetric.mixKey(diffieHellman(own, remote));
  }
}

function demand<Key>(field: Key | undefined, name: string): Key {
  if (field === undefined) throw new NoiseError("malformed-handshake", `Read handshake message: no ${name} key found`);
  return field;
}

function publicKey(bytes: Uint8Array): Uint8Array {
  if (bytes.length !== keyLength) {
    throw new NoiseError("bad-key", `Read handshake message: key of ${bytes.length} bytes found, wanted ${keyLength}`);
  }
  return bytes;
}
