import { Account, type AddressForm, addressIn, otherForm, type Person } from "./account.js";
import type { Accounts } from "./accounts.js";

export type Role = "superadmin" | "admin" | "member";

/** A user with all devices, or the account of a user with a single device. */
export type Member = Person | Account;

export interface Group {
  /** `<digits>@g.us`. */
  readonly address: string;
  readonly creator: Member;
  /** Unix seconds. */
  readonly createdAt: string;
  /** The form in which its stanzas name members. */
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

/** The member of a group that `account` belongs to. */
export function memberOf(account: Account): Member {
  return account.person ?? account;
}

export function memberAt(accounts: Accounts, address: string | undefined): Member | undefined {
  return accounts.person(address) ?? accounts.at(address);
}

export function addressOfMember(member: Member, form: AddressForm): string {
  return member instanceof Account ? member.address : member.in(form);
}

/** The other address of a member; undefined if it has only one. */
export function aliasOfMember(member: Member, form: AddressForm): string | undefined {
  return member instanceof Account ? undefined : member.in(otherForm(form));
}

export function devicesOf(group: Group): readonly Account[] {
  return [...group.members.keys()].flatMap((member) =>
    member instanceof Account ? [member] : [...member.devices.values()],
  );
}

/** The attributes that name the sender of a stanza in a group. */
export function groupSender(group: Group, sender: Account): Readonly<Record<string, string>> {
  const participant = addressIn(sender, group.addressing);
  return { from: group.address, participant, ...addressingOf(group, memberOf(sender)), ...aliasOf(group, sender) };
}

/** Where users have two addresses, the attribute that says which of them the group uses. */
export function addressingOf(group: Group, member: Member): Readonly<Record<string, string>> {
  return member instanceof Account ? {} : { addressing_mode: group.addressing === "lid" ? "lid" : "pn" };
}

function aliasOf(group: Group, { person }: Account): Readonly<Record<string, string>> {
  if (person === undefined) return {};
  return group.addressing === "lid" ? { participant_pn: person.phone } : { participant_lid: person.lid };
}
