import { bareJid, formatJid, parseJid } from "../../protocol/ids/jid.js";
import type { Account } from "./account.js";
import type { Person } from "./account.js";

/** Every account, by address, by user-visible identifier and by live connection. */
export class Accounts {
  readonly #byAddress = new Map<string, Account>();
  readonly #byUserId = new Map<string, Account>();
  readonly #byConnection = new Map<string, Account>();
  readonly #people = new Map<string, Person>();

  [Symbol.iterator](): IterableIterator<Account> {
    return this.#byAddress.values();
  }

  /** The account that `address`, possibly of a device, belongs to. */
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

  /** The user who has this address, of either form and of any device. */
  person(address: string | undefined): Person | undefined {
    const jid = address === undefined ? undefined : parseJid(address);
    return jid === undefined ? undefined : this.#people.get(formatJid(bareJid(jid)));
  }

  /** One name for whoever is meant, whichever device or form `address` has; `address` itself when nobody is known. */
  party(address: string): string {
    const known = this.#byAddress.get(address);
    // Most have one form and one device, so nothing needs to be taken apart.
    if (known !== undefined && known.person === undefined) return address;
    return this.person(address)?.phone ?? this.at(address)?.address ?? address;
  }

  ofUser(userId: string): Account | undefined {
    return this.#byUserId.get(userId);
  }

  on(connection: string): Account | undefined {
    return this.#byConnection.get(connection);
  }

  put(account: Account): void {
    this.#byAddress.set(account.address, account);
    if (account.enlisted !== undefined) this.#byUserId.set(account.enlisted.userId, account);
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
    this.#byAddress.delete(account.address);
    const userId = account.enlisted?.userId;
    if (userId !== undefined && this.#byUserId.get(userId) === account) this.#byUserId.delete(userId);
  }

  clear(): void {
    this.#byAddress.clear();
    this.#byUserId.clear();
    this.#byConnection.clear();
    this.#people.clear();
  }
}
