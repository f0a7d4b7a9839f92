import { sameBytes } from "../../core/bytes.js";
import { Mailbox, type MailboxLimits } from "./mailbox.js";
import type { EnlistedAccount, PreKey, SignedPreKey } from "./types.js";

/** The public keys that the server holds for one account. */
export interface KeyRecord {
  readonly registrationId: number;
  readonly identity: Uint8Array;
  signedPreKey: SignedPreKey;
  /** Only where the profile's engine has such keys, and only after the first upload. */
  readonly kyberPreKey?: SignedPreKey;
}

/** One account, of a provider's user or of a simulated WhatsApp user. */
export class Account {
  /** Login or JID, without a device. */
  readonly address: string;
  /** Only of a provider's user. */
  enlisted: EnlistedAccount | undefined;
  readonly mailbox: Mailbox;
  /** Accounts that will be told of a new identity key: they wrote, were written to, or fetched keys. */
  readonly peers = new Set<string>();
  /** Connection of a provider's user; simulated users need none. */
  connection: string | undefined;
  /** Whether stanzas can be handed over now. */
  online = false;
  /** Whether it was last seen with an open mailbox. */
  active = false;
  /** Unix milliseconds. */
  lastSeen: number;
  #keys: KeyRecord | undefined;
  readonly #preKeys = new Map<number, Uint8Array>();

  constructor(address: string, limits: MailboxLimits, now: number) {
    this.address = address;
    this.mailbox = new Mailbox(limits);
    this.lastSeen = now;
  }

  get keys(): KeyRecord | undefined {
    return this.#keys;
  }

  get preKeysLeft(): number {
    return this.#preKeys.size;
  }

  /** Ids and keys in the order in which they will be handed out. */
  get preKeys(): readonly PreKey[] {
    return [...this.#preKeys].map(([id, publicKey]) => ({ id, publicKey }));
  }

  /** Names of this account that a fault can be meant for. */
  get names(): readonly string[] {
    return this.enlisted === undefined ? [this.address] : [this.address, this.enlisted.userId];
  }

  /** Whether the identity is another one than before. One-time pre-keys of the old identity go. */
  setKeys(keys: KeyRecord): boolean {
    const changed = this.#keys !== undefined && !sameBytes(this.#keys.identity, keys.identity);
    if (changed) this.#preKeys.clear();
    this.#keys = keys;
    return changed;
  }

  addPreKeys(preKeys: readonly PreKey[]): void {
    for (const { id, publicKey } of preKeys) this.#preKeys.set(id, publicKey);
  }

  /** Each is handed out once. */
  takePreKey(): PreKey | undefined {
    for (const [id, publicKey] of this.#preKeys) {
      this.#preKeys.delete(id);
      return { id, publicKey };
    }
    return undefined;
  }

  dropPreKeys(): void {
    this.#preKeys.clear();
  }
}
