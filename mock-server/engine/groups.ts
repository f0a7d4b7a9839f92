import { Account, type Person } from "./account.js";
import type { Accounts } from "./accounts.js";
import { type AddressForm, otherForm } from "./person.js";

export type Role = "superadmin" | "admin" | "member";

/** A user with all devices, or an account that is its user's only one. */
export type Member = Person | Account;

export interface Group {
  /** `<digits>@g.us`. */
  readonly address: string;
  readonly creator: Member;
  /** Unix seconds. */
  readonly createdAt: string;
  /** How members are written in its stanzas. */
  readonly addressing: AddressForm;
  subject: string;
  readonly members: Map<Member, Role>;
}

/** Every group, by address. */
export class Groups {
  readonly #groups = new Map<string, Group>();

  at(address: string | undefined): Group | undefined {
    return address === undefined ? undefined : this.#groups.get(address);
  }

  put(group: Group): void {
    this.#groups.set(group.address, group);
  }

  of(member: Member): readonly Group[] {
    return [...this.#groups.values()].filter(({ members }) => members.has(member));
  }

  clear(): void {
    this.#groups.clear();
  }
}

/** Who in a group `account` speaks for. */
export function memberOf(account: Account): Member {
  return account.person ?? account;
}

export function memberAt(accounts: Accounts, address: string | undefined): Member | undefined {
  return accounts.person(address) ?? accounts.at(address);
}

export function addressOfMember(member: Member, form: AddressForm): string {
  return member instanceof Account ? member.address : member.in(form);
}

/** The same member by its other address; undefined where there is only one. */
export function aliasOfMember(member: Member, form: AddressForm): string | undefined {
  return member instanceof Account ? undefined : member.in(otherForm(form));
}

export function devicesOf(group: Group): readonly Account[] {
  return [...group.members.keys()].flatMap((member) =>
    member instanceof Account ? [member] : [...member.devices.values()],
  );
}
