import type { IntegratorSpec } from "../../harness/ports/meta-side.js";

/** A provider that Meta has a contract with. */
export interface Integrator extends IntegratorSpec {
  /** 1 to 999 (interop fact 4). */
  readonly id: number;
  /** Name in tokens and media paths. */
  readonly slug: string;
}

export interface Integrators {
  /** Adds, or replaces the one with this number. */
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
