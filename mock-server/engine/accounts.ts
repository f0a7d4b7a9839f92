import { bareJid, formatJid, parseJid } from "../../protocol/ids/jid.js";
import type { Account } from "./account.js";

/** Every account, by address, by user-visible identifier and by live connection. */
export class Accounts {
  readonly #byAddress = new Map<string, Account>();
  readonly #byUserId = new Map<string, Account>();
  readonly #byConnection = new Map<string, Account>();

  [Symbol.iterator](): IterableIterator<Account> {
    return this.#byAddress.values();
  }

  /** The account that `address`, possibly of a device, belongs to. */
  at(address: string | undefined): Account | undefined {
    if (address === undefined) return undefined;
    const known = this.#byAddress.get(address);
    if (known !== undefined) return known;
    const jid = parseJid(address);
    return jid === undefined ? undefined : this.#byAddress.get(formatJid(bareJid(jid)));
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
  }
}
