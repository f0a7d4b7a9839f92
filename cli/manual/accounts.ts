import { isRecord } from "../../core/is-record.js";

interface Account {
  /** In this scenario. */
  login: string;
  /** Of the last enlistment, in any scenario. */
  before: string | undefined;
  readonly blocked: Set<string>;
  isInUse: boolean;
}

/** The accounts of the app, by user-visible identifier. They outlive scenarios. */
export class Accounts {
  readonly #accounts = new Map<string, Account>();

  get isEmpty(): boolean {
    return this.#accounts.size === 0;
  }

  /** A scenario begins: no account takes part yet. */
  startOver(): void {
    for (const account of this.#accounts.values()) {
      account.login = "";
      account.isInUse = false;
      account.blocked.clear();
    }
  }

  /** The first account that does not take part in the scenario. */
  unused(): string | undefined {
    for (const [user, { isInUse }] of this.#accounts) if (!isInUse) return user;
    return undefined;
  }

  use(user: string): string {
    const account = this.#accounts.get(user) ?? { login: "", before: undefined, blocked: new Set(), isInUse: true };
    account.isInUse = true;
    this.#accounts.set(user, account);
    return user;
  }

  /** Empty before the enlistment. */
  login(user: string): string {
    return this.#accounts.get(user)?.login ?? "";
  }

  loginBefore(user: string): string | undefined {
    return this.#accounts.get(user)?.before;
  }

  blockedBy(user: string): readonly string[] {
    return [...(this.#accounts.get(user)?.blocked ?? [])];
  }

  /** Keeps what a call that succeeded means for later ones. */
  note(method: string, params: object, result: unknown): void {
    const { user = "", contact = "" } = params as { readonly user?: string; readonly contact?: string };
    const account = this.#accounts.get(user);
    if (account === undefined) return;
    if (method === "user.enlist" && isRecord(result)) {
      account.login = String(result["login"]);
      account.before = account.login;
    }
    if (method === "user.delete") this.#accounts.delete(user);
    if (method === "contact.block") account.blocked.add(contact);
    if (method === "contact.unblock") account.blocked.delete(contact);
  }
}
