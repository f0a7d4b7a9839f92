import { bareJid, formatJid, parseJid } from "../../protocol/ids/jid.js";
import type { Account, Person } from "./account.js";
import type { Companion, PairingOffer } from "./types.js";

/** Every account, by address and by live connection. */
export class Accounts {
  readonly #byAddress = new Map<string, Account>();
  readonly #byConnection = new Map<string, Account>();
  readonly #people = new Map<string, Person>();

  [Symbol.iterator](): IterableIterator<Account> {
    return this.#byAddress.values();
  }

  /** The account with this address, which may include a device. */
  at(address: string | undefined): Account | undefined {
    if (address === undefined) return undefined;
    const known = this.#byAddress.get(address);
    if (known !== undefined) return known;
    const jid = parseJid(address);
    if (jid === undefined) return undefined;
    const bare = formatJid(bareJid(jid));
    const person = this.#people.get(bare);
    return person === undefined ? this.#byAddress.get(bare) : person.devices.get(jid.device);
  }

  /** The user with this address, in either form and with any device. */
  person(address: string | undefined): Person | undefined {
    const jid = address === undefined ? undefined : parseJid(address);
    return jid === undefined ? undefined : this.#people.get(formatJid(bareJid(jid)));
  }

  /** One name for a user, for each form and device of the address; `address` itself if the user is unknown. */
  party(address: string): string {
    const known = this.#byAddress.get(address);
    // The usual case, without parsing: an account with one form of address and one device.
    if (known !== undefined && known.person === undefined) return address;
    return this.person(address)?.phone ?? this.at(address)?.address ?? address;
  }

  on(connection: string): Account | undefined {
    return this.#byConnection.get(connection);
  }

  put(account: Account): void {
    this.#byAddress.set(account.address, account);
  }

  putPerson(person: Person): void {
    this.#people.set(person.phone, person);
    this.#people.set(person.lid, person);
  }

  removePerson(person: Person): void {
    for (const account of person.devices.values()) this.remove(account);
    this.#people.delete(person.phone);
    this.#people.delete(person.lid);
  }

  bind(account: Account, connection: string): void {
    account.connection = connection;
    account.online = true;
    this.#byConnection.set(connection, account);
  }

  release(account: Account): void {
    if (account.connection !== undefined) this.#byConnection.delete(account.connection);
    account.connection = undefined;
    account.online = false;
    account.active = false;
    account.available = false;
  }

  remove(account: Account): void {
    this.release(account);
    account.mailbox.clear();
    this.#byAddress.delete(account.address);
  }

  clear(): void {
    for (const account of this) account.mailbox.clear();
    this.#byAddress.clear();
    this.#byConnection.clear();
    this.#people.clear();
  }

  /** Keeps the accounts of providers' users with their keys, and nothing of what happened to them. */
  startOver(): void {
    const kept = [...this.#byAddress.values()].filter(({ enlisted }) => enlisted !== undefined);
    this.clear();
    for (const account of kept) {
      this.release(account);
      account.peers.clear();
      account.blocked.clear();
      this.put(account);
    }
  }
}

export interface Pairing {
  readonly connection: string;
  readonly companion: Companion;
  readonly refs: readonly string[];
  offer: PairingOffer | undefined;
}

/** Clients without an account that wait to be paired with one. */
export class Pairings {
  readonly #byConnection = new Map<string, Pairing>();

  add(pairing: Pairing): void {
    this.#byConnection.set(pairing.connection, pairing);
  }

  on(connection: string): Pairing | undefined {
    return this.#byConnection.get(connection);
  }

  withRef(ref: string): Pairing | undefined {
    for (const pairing of this.#byConnection.values()) if (pairing.refs.includes(ref)) return pairing;
    return undefined;
  }

  remove(connection: string): boolean {
    return this.#byConnection.delete(connection);
  }

  clear(): void {
    this.#byConnection.clear();
  }
}
