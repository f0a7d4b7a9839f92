import { sameBytes } from "../../core/bytes.js";
import type { PersonOf } from "./person.js";
import { Mailbox, type MailboxLimits } from "./mailbox.js";
import type { EnlistedAccount, KeyRecord, PreKey } from "./types.js";

/** A user whose devices are accounts. */
export type Person = PersonOf<Account>;

/** One session's worth of a user: a provider's user, a simulated WhatsApp user, or one device of either. */
export class Account {
  /** Login or JID; of a device other than the phone, with the device. */
  readonly address: string;
  /** The user whose device this is, where users have several. */
  person: Person | undefined;
  /** 0 is the phone. */
  device = 0;
  /** Static key by which a paired or adopted device logs in. */
  noiseKey: Uint8Array | undefined;
  /** Whether it said that its user is to be seen. */
  available = false;
  /** Only of a provider's user. */
  enlisted: EnlistedAccount | undefined;
  readonly mailbox: Mailbox;
  /** Accounts that will be told of a new identity key: they wrote, were written to, or fetched keys. */
  readonly peers = new Set<string>();
  /** Addresses from which nothing is delivered. */
  readonly blocked = new Set<string>();
  /** Whether provider's users may write to it. */
  optedIn = true;
  /** Whether its live connection asked for read receipts. */
  readReceipts = true;
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
    if (this.enlisted !== undefined) return [this.address, this.enlisted.userId];
    const { person, device } = this;
    if (person === undefined) return [this.address];
    return [this.address, person.addressOf(device, "lid"), person.phone, person.lid];
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
