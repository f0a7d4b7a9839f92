import type { Random } from "../../core/random.js";
import type { IntegratorSpec } from "../../harness/ports/meta-side.js";
import { formatJid, interopJid } from "../../protocol/ids/jid.js";

/** A provider that the simulated Meta side knows. */
export interface Integrator extends IntegratorSpec {
  /** 1 to 999 (interop fact 4). */
  readonly id: number;
  /** Name in tokens and media paths. */
  readonly slug: string;
}

export interface Integrators {
  /** Adds it, or replaces the one with the same number. */
  put(integrator: Integrator): void;
  list(): readonly Integrator[];
  byId(id: number): Integrator | undefined;
  bySlug(slug: string): Integrator | undefined;
}

export function createIntegrators(): Integrators {
  const known = new Map<number, Integrator>();
  return {
    put: (integrator) => void known.set(integrator.id, integrator),
    list: () => [...known.values()],
    byId: (id) => known.get(id),
    bySlug: (slug) => [...known.values()].find((integrator) => integrator.slug === slug),
  };
}

/**
 * The internal identifiers, `<integrator>-<digits>@interop` (interop fact 3). A user who enlists again keeps the same
 * one: contacts know the user by it, and only its keys change (fact 60).
 */
export interface Logins {
  /** The login of a user of an integrator; the first call makes it. */
  of(integratorId: number, userId: string): string;
  clear(): void;
}

/** As in the published sample. Below 2^53, so that every client can store it as a number. */
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
