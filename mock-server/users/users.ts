import type { PairingCode } from "../../protocol/adv/pairing.js";
import { formatJid, type UserServer, userJid } from "../../protocol/ids/jid.js";
import type { StanzaNode } from "../../protocol/stanza/node.js";
import type { Engine } from "../engine/types.js";
import type { ConsumerUser, ForeignDevice, LinkedDevice } from "../side/side.js";
import type { UserDeps } from "./context.js";
import { UserError } from "./errors.js";
import { createPerson, type Person } from "./people.js";
import { createUser, type SimulatedUser } from "./user.js";

/** All simulated WhatsApp users of one endpoint. */
export interface Users {
  /** A new user with real keys. They are published when this resolves. */
  create(options?: { readonly name?: string }): Promise<ConsumerUser>;
  /** A further simulated device of a user. @throws UserError `user-unknown`. */
  addDevice(phone: string): Promise<ConsumerUser>;
  /** Lets the user's phone scan a code. @throws UserError `user-unknown`. */
  pair(phone: string, code: PairingCode): LinkedDevice;
  /** @throws UserError `user-unknown`. */
  adopt(phone: string, device: ForeignDevice): LinkedDevice;
  get(jid: string): ConsumerUser | undefined;
  list(): readonly ConsumerUser[];
  /** Forgets one user and rejects what it still waits for. False if there is none. */
  remove(jid: string): boolean;
  /** For the engine's `deliver` effect. Ignores unknown users, because they may have been removed meanwhile. */
  deliver(jid: string, stanza: StanzaNode, entry: number): void;
  /** Resolves when everything delivered so far has been handled. */
  idle(): Promise<void>;
  /** Forgets all users and rejects what they still wait for. */
  clear(): void;
}

/** A country code that is not assigned, so that no number belongs to a real person. */
const countryCode = "999";
const subscriberDigits = 9;
/** Of a LID, which has no country code. */
const furtherDigits = 14;

export function createUsers(deps: UserDeps, engine: Pick<Engine, "nextDevice">): Users {
  const users = new Map<string, SimulatedUser>();
  const people = new Map<string, Person>();
  const { random, profile } = deps;

  function digits(count: number): string {
    return Array.from({ length: count }, () => random.int(10)).join("");
  }

  /** At `lid` and `msgr` an address says nothing about a phone number. */
  function freshJid(server: UserServer): string {
    const number =
      server === "s.whatsapp.net"
        ? countryCode + digits(subscriberDigits)
        : `${1 + random.int(9)}${digits(furtherDigits)}`;
    const jid = formatJid(userJid(number, server));
    return users.has(jid) ? freshJid(server) : jid;
  }

  async function join(user: SimulatedUser): Promise<ConsumerUser> {
    users.set(user.jid, user);
    await user.join();
    return user;
  }

  function personOf(phone: string): Person {
    const person = people.get(phone);
    if (person !== undefined) return person;
    throw new UserError("user-unknown", `Look for the phone of ${phone}: found none, wanted a simulated user`);
  }

  return {
    async create({ name } = {}) {
      const jid = freshJid(profile.stanza.whatsappServer);
      if (profile.accounts.model === "single-device") return join(createUser(deps, { jid }));
      const lid = freshJid("lid");
      const person = { lid, name: name ?? `User ${users.size + 1}` };
      const phone = createUser(deps, { jid, lid }, { person });
      people.set(jid, createPerson({ deps, engine, phone }));
      return join(phone);
    },
    addDevice: async (phone) => join(personOf(phone).addDevice()),
    pair: (phone, code) => personOf(phone).pair(code),
    adopt: (phone, device) => personOf(phone).adopt(device),
    get: (jid) => users.get(jid),
    list: () => [...users.values()],
    remove(jid) {
      users.get(jid)?.leave();
      people.delete(jid);
      return users.delete(jid);
    },
    deliver: (jid, stanza, entry) => users.get(jid)?.receive(stanza, entry),
    async idle() {
      await Promise.all([...users.values()].map((user) => user.idle()));
    },
    clear() {
      for (const user of users.values()) user.leave();
      users.clear();
      people.clear();
    },
  };
}
