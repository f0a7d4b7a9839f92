import { concat, sameBytes } from "../../core/bytes.js";
import type { Random } from "../../core/random.js";
import { generateKeyPair } from "../../protocol/noise/keys.js";
import { sign, verifySignedPreKey } from "../../protocol/xeddsa/xeddsa.js";
import type * as api from "../../signal/account.js";
import type { SignalAddress } from "../../signal/address.js";
import { SignalError } from "../../signal/errors.js";
import type { RatchetPolicy } from "../behaviour/sessions.js";
import { begin, writePrelude } from "./agreement.js";
import { openFirst, openLater } from "./opening.js";
import { seal } from "./session.js";
import {
  addSignedPreKey,
  freshState,
  nameOf,
  type RatchetState,
  readState,
  type Session,
  writeState,
} from "./state.js";

/**
 * One device with another pairwise protocol behind the interface of a Signal account: a double ratchet with
 * other constants, another cipher and another format of messages, which no Signal client reads.
 */
export class RatchetAccount implements api.SignalAccount {
  #state: RatchetState;
  readonly #policy: RatchetPolicy;
  readonly #random: Random;

  constructor(policy: RatchetPolicy, random: Random, state = freshState(random)) {
    this.#policy = policy;
    this.#random = random;
    this.#state = state;
  }

  get publicIdentity(): Uint8Array {
    return this.#state.identity.publicKey;
  }

  get privateIdentity(): Uint8Array {
    return this.#state.identity.privateKey;
  }

  get registrationId(): number {
    return this.#state.registrationId;
  }

  get nextPreKeyId(): number {
    return this.#state.nextPreKeyId;
  }

  signedPreKey(): api.PublicSignedPreKey;
  signedPreKey(id: number): api.PublicSignedPreKey | undefined;
  signedPreKey(id = [...this.#state.signedPreKeys.keys()].at(-1) ?? 0): api.PublicSignedPreKey | undefined {
    const key = this.#state.signedPreKeys.get(id);
    return key && { id, publicKey: key.pair.publicKey, signature: key.signature };
  }

  rotateSignedPreKey(): api.PublicSignedPreKey {
    addSignedPreKey(this.#state, this.#random);
    return this.signedPreKey();
  }

  generatePreKeys(firstId: number, count: number): api.PublicPreKey[] {
    const ids = Array.from({ length: count }, (_, index) => firstId + index);
    this.#state.nextPreKeyId = firstId + count;
    return ids.map((id) => {
      const pair = generateKeyPair(this.#random);
      this.#state.preKeys.set(id, pair);
      return { id, publicKey: pair.publicKey };
    });
  }

  bundle(preKeyId = 0): api.PreKeyBundle {
    const pair = this.#state.preKeys.get(preKeyId);
    return {
      registrationId: this.registrationId,
      identityKey: this.publicIdentity,
      signedPreKey: this.signedPreKey(),
      ...(pair && { preKey: { id: preKeyId, publicKey: pair.publicKey } }),
    };
  }

  rotateIdentity(): void {
    this.#state = freshState(this.#random);
  }

  hasSession(address: SignalAddress): boolean {
    return this.#current(address) !== undefined;
  }

  async openSession(address: SignalAddress, bundle: api.PreKeyBundle): Promise<{ readonly identityChanged: boolean }> {
    const { identityKey, signedPreKey, preKey, registrationId } = bundle;
    if (!verifySignedPreKey(identityKey, signedPreKey.publicKey, signedPreKey.signature)) {
      const found = "found a signature that does not fit, wanted that of the identity key";
      throw new SignalError("bad-signed-pre-key-signature", `Open session: ${found}`);
    }
    const { ratchet, ephemeral } = begin(this.#state.identity, bundle, this.#random);
    const prelude = {
      identity: this.publicIdentity,
      ephemeral,
      registrationId: this.registrationId,
      signedPreKeyId: signedPreKey.id,
      preKeyId: preKey?.id ?? 0,
    };
    const session = { ratchet, base: ephemeral, prelude, registrationId, archived: false };
    this.#keep(address, [session, ...this.#sessions(address)]);
    return { identityChanged: this.#meet(address, identityKey) };
  }

  deleteSession(address: SignalAddress): void {
    this.#state.sessions.delete(nameOf(address));
  }

  archiveSessions(): void {
    for (const [name, sessions] of this.#state.sessions) {
      this.#state.sessions.set(
        name,
        sessions.map((session) => ({ ...session, archived: true })),
      );
    }
  }

  registrationIdOf(address: SignalAddress): number | undefined {
    return this.#current(address)?.registrationId;
  }

  async skipAhead(address: SignalAddress, count: number): Promise<void> {
    for (let index = 0; index < count; index++) await this.encrypt(address, new Uint8Array(0));
  }

  identityOf(address: SignalAddress): Uint8Array | undefined {
    return this.#state.identities.get(nameOf(address));
  }

  forgetIdentity(address: SignalAddress): void {
    this.#state.identities.delete(nameOf(address));
  }

  async encrypt(address: SignalAddress, plaintext: Uint8Array): Promise<api.SignalMessage> {
    const current = this.#current(address);
    if (current === undefined) throw new SignalError("no-session", "Encrypt: found no session, wanted one");
    const [ratchet, bytes] = seal(current.ratchet, plaintext, this.#context);
    this.#replace(address, current, { ...current, ratchet });
    if (current.prelude === undefined) return { type: "msg", bytes };
    return { type: "pkmsg", bytes: concat(writePrelude(current.prelude), bytes) };
  }

  async decrypt(address: SignalAddress, { type, bytes }: api.SignalMessage): Promise<api.DecryptedMessage> {
    const sessions = this.#sessions(address);
    if (type === "msg") {
      const { before, after, plaintext } = openLater(sessions, bytes, this.#context);
      this.#replace(address, before, after);
      return { plaintext, identityChanged: false };
    }
    const { before, after, plaintext, usedPreKeyId } = openFirst(this.#state, sessions, bytes, this.#context);
    if (before === undefined) this.#keep(address, [after, ...sessions]);
    else this.#replace(address, before, after);
    if (usedPreKeyId !== undefined) this.#state.preKeys.delete(usedPreKeyId);
    const identityChanged = this.#meet(address, after.ratchet.associated.slice(0, 32));
    return { plaintext, identityChanged, ...(usedPreKeyId !== undefined && { usedPreKeyId }) };
  }

  sign(message: Uint8Array): Uint8Array {
    return sign(this.#state.identity.privateKey, message, this.#random.bytes(64));
  }

  exportState(): Uint8Array {
    return writeState(this.#state);
  }

  get #context(): { readonly policy: RatchetPolicy; readonly random: Random } {
    return { policy: this.#policy, random: this.#random };
  }

  #sessions(address: SignalAddress): readonly Session[] {
    return this.#state.sessions.get(nameOf(address)) ?? [];
  }

  /** The newest one, if it may still write. */
  #current(address: SignalAddress): Session | undefined {
    const [newest] = this.#sessions(address);
    return newest?.archived === false ? newest : undefined;
  }

  #keep(address: SignalAddress, sessions: readonly Session[]): void {
    this.#state.sessions.set(nameOf(address), sessions);
  }

  #replace(address: SignalAddress, before: Session, after: Session): void {
    const sessions = this.#sessions(address);
    this.#keep(
      address,
      sessions.map((session) => (session === before ? after : session)),
    );
  }

  /** Trust on first use: whether another identity was known. */
  #meet(address: SignalAddress, identity: Uint8Array): boolean {
    const known = this.identityOf(address);
    this.#state.identities.set(nameOf(address), identity);
    return known !== undefined && !sameBytes(known, identity);
  }
}

/** A session engine for this protocol, in place of Signal's. */
export function ratchetEngine(policy: RatchetPolicy, random: Random) {
  return {
    createAccount: () => new RatchetAccount(policy, random),
    /** @throws SignalError `malformed-state` */
    importAccount: (state: Uint8Array) => new RatchetAccount(policy, random, readState(state)),
  };
}
