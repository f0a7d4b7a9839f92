import { sameBytes } from "../../core/bytes.js";
import { formatJid, parseJid, serverOf } from "../../protocol/ids/jid.js";
import { Mailbox, type MailboxLimits } from "./mailbox.js";
import type { EnlistedAccount, KeyRecord, PreKey, SignedKeyIndexes } from "./types.js";

/** More than any client keeps on the server. Beyond it the oldest are dropped, so that uploads cannot fill the memory. */
const maximumPreKeys = 50_000;

/** What has a session and keys of its own: a provider's user, a simulated WhatsApp user, or one device of a user. */
export class Account {
  /** Login or JID. Includes the device, unless that is the phone. */
  readonly address: string;
  /** The user whose device this is; undefined where users have a single device. */
  person: Person | undefined;
  /** 0 is the phone. */
  device = 0;
  /** Static key by which a paired or adopted device logs in. */
  noiseKey: Uint8Array | undefined;
  /** Whether it announced its user as present. */
  available = false;
  /** Only for a provider's user. */
  enlisted: EnlistedAccount | undefined;
  readonly mailbox: Mailbox;
  /** Accounts that learn of a new identity key: those that wrote to it, got messages from it, or fetched its keys. */
  readonly peers = new Set<string>();
  /** Addresses whose messages are not delivered to it. */
  readonly blocked = new Set<string>();
  /** Whether provider's users may write to it. */
  optedIn = true;
  /** Whether its live connection asked for read receipts. */
  readReceipts = true;
  /** The connection of a client under test; simulated users have none. */
  connection: string | undefined;
  /** Whether stanzas can be delivered now. */
  online = false;
  /** Whether its mailbox is open: stanzas are delivered as they come. */
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

  /** The names by which a fault can be armed for this account. */
  get names(): readonly string[] {
    if (this.enlisted !== undefined) return [this.address, this.enlisted.userId];
    const { person, device } = this;
    if (person === undefined) return [this.address];
    return [this.address, person.addressOf(device, "lid"), person.phone, person.lid];
  }

  /** True if the identity has changed. One-time pre-keys of the old identity are removed. */
  setKeys(keys: KeyRecord): boolean {
    const changed = this.#keys !== undefined && !sameBytes(this.#keys.identity, keys.identity);
    if (changed) this.#preKeys.clear();
    this.#keys = keys;
    return changed;
  }

  addPreKeys(preKeys: readonly PreKey[]): void {
    for (const { id, publicKey } of preKeys) this.#preKeys.set(id, publicKey);
    for (const id of this.#preKeys.keys()) {
      if (this.#preKeys.size <= maximumPreKeys) return;
      this.#preKeys.delete(id);
    }
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

/** The two forms of an address: by phone number or by LID. */
export type AddressForm = "phone" | "lid";

/** A user of the ordinary service: a phone (device 0), further devices, and two addresses for all of them. */
export class Person {
  /** Addresses without a device. */
  readonly phone: string;
  readonly lid: string;
  /** Display name; receivers see it with messages. */
  name: string;
  readonly devices = new Map<number, Account>();
  /** Undefined while the phone is the only device. */
  keyIndexes: SignedKeyIndexes | undefined;
  /** Users whose messages are not delivered to this one. */
  readonly blocked = new Set<Person>();
  /** Accounts that subscribed to the presence of this user. */
  readonly watchers = new Set<Account>();
  #lastDevice = 0;

  constructor(phone: string, lid: string, name: string) {
    this.phone = phone;
    this.lid = lid;
    this.name = name;
  }

  /** Each number is given once, even after its device is removed. */
  nextDevice(): number {
    this.#lastDevice = Math.max(this.#lastDevice, ...this.devices.keys()) + 1;
    return this.#lastDevice;
  }

  /** Whether the user is present on any device. */
  get available(): boolean {
    return [...this.devices.values()].some((account) => account.available);
  }

  in(form: AddressForm): string {
    return form === "lid" ? this.lid : this.phone;
  }

  addressOf(device: number, form: AddressForm): string {
    const jid = parseJid(this.in(form));
    return jid === undefined ? this.in(form) : formatJid({ ...jid, device });
  }
}

export function formOf(address: string): AddressForm {
  return serverOf(address) === "lid" ? "lid" : "phone";
}

export function otherForm(form: AddressForm): AddressForm {
  return form === "lid" ? "phone" : "lid";
}

/** The address of `account` in this form. Accounts without a person have only one address. */
export function addressIn(account: Account, form: AddressForm): string {
  return account.person?.addressOf(account.device, form) ?? account.address;
}
