import type { Random } from "../../core/random.js";
import { formatJid, interopJid } from "../../protocol/ids/jid.js";

/**
 * The internal identifiers, `<integrator>-<digits>@interop` (interop fact 3). A user who enlists again gets the same
 * one: contacts know the user by it, and only the keys behind it change (fact 60).
 */
export interface Logins {
  /** The login of this user of this integrator, made at the first call. */
  of(integratorId: number, userId: string): string;
  clear(): void;
}

/** As many as in the published sample; below 2^53, so that every client can hold it in a number. */
const digits = 14;

export function createLogins(random: Random): Logins {
  const byUser = new Map<string, string>();
  const taken = new Set<string>();

  function fresh(integratorId: number): string {
    const number = [1 + random.int(9), ...Array.from({ length: digits - 1 }, () => random.int(10))].join("");
    const login = formatJid(interopJid(integratorId, number));
    return taken.has(login) ? fresh(integratorId) : login;
  }

  return {
    of(integratorId, userId) {
      const user = `${integratorId} ${userId}`;
      const login = byUser.get(user) ?? fresh(integratorId);
      byUser.set(user, login);
      taken.add(login);
      return login;
    },
    clear() {
      byUser.clear();
      taken.clear();
    },
  };
}
