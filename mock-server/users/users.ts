import type { WhatsAppUser } from "../../harness/ports/meta-side.js";
import { formatJid, phoneJid } from "../../protocol/ids/jid.js";
import type { StanzaNode } from "../../protocol/stanza/node.js";
import type { UserParts } from "./context.js";
import { createUser, type SimulatedUser } from "./user.js";

/** All simulated WhatsApp users of one endpoint. */
export interface Users {
  /** A new user with real keys, which the server has when this resolves. */
  create(): Promise<WhatsAppUser>;
  get(jid: string): WhatsAppUser | undefined;
  list(): readonly WhatsAppUser[];
  /** Forgets one user; what it still waits for is rejected. False when there is none. */
  remove(jid: string): boolean;
  /** For the engine's `deliver` effect. Unknown users are ignored: they have just been cleared away. */
  deliver(jid: string, stanza: StanzaNode, entry: number): void;
  /** Resolves when everything delivered so far has been dealt with. */
  idle(): Promise<void>;
  /** Forgets all users; what they still wait for is rejected. */
  clear(): void;
}

/** A country code that is not assigned, so that no number is anybody's. */
const countryCode = "999";
const subscriberDigits = 9;

export function createUsers(parts: UserParts): Users {
  const users = new Map<string, SimulatedUser>();

  function freshJid(): string {
    const digits = Array.from({ length: subscriberDigits }, () => parts.random.int(10)).join("");
    const jid = formatJid(phoneJid(countryCode + digits));
    return users.has(jid) ? freshJid() : jid;
  }

  return {
    async create() {
      const user = createUser(parts, freshJid());
      users.set(user.jid, user);
      await user.join();
      return user;
    },
    get: (jid) => users.get(jid),
    list: () => [...users.values()],
    remove(jid) {
      users.get(jid)?.leave();
      return users.delete(jid);
    },
    deliver: (jid, stanza, entry) => users.get(jid)?.receive(stanza, entry),
    async idle() {
      await Promise.all([...users.values()].map((user) => user.idle()));
    },
    clear() {
      for (const user of users.values()) user.leave();
      users.clear();
    },
  };
}
