import type { AddressForm } from "./person.js";
import type { Person } from "./account.js";

export type Role = "superadmin" | "admin" | "member";

export interface Group {
  /** `<digits>@g.us`. */
  readonly address: string;
  readonly creator: Person;
  /** Unix seconds. */
  readonly createdAt: string;
  /** How members are written in its stanzas. */
  readonly addressing: AddressForm;
  subject: string;
  readonly members: Map<Person, Role>;
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

  of(person: Person): readonly Group[] {
    return [...this.#groups.values()].filter(({ members }) => members.has(person));
  }

  clear(): void {
    this.#groups.clear();
  }
}
