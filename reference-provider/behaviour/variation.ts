import { type Behaviour, lawfulBehaviour } from "./behaviour.js";

export type Overrides = { readonly [Area in keyof Behaviour]?: Partial<Behaviour[Area]> };

/** A provider that departs from the default in one respect. */
export interface Variation {
  readonly kind: "mutant" | "lawful";
  /** Also the name of its file. */
  readonly id: string;
  /** A mutant's defect, or what is odd about a lawful variant, in one sentence. */
  readonly sentence: string;
  readonly overrides: Overrides;
}

/** A provider with one deliberate defect: it must fail, at the check that names it. */
export function mutant(id: string, sentence: string, overrides: Overrides): Variation {
  return { kind: "mutant", id, sentence, overrides };
}

/** An odd provider that breaks no rule: it must pass. */
export function lawful(id: string, sentence: string, overrides: Overrides): Variation {
  return { kind: "lawful", id, sentence, overrides };
}

/** The conformant behaviour with `overrides` in place. */
export function behaviourWith(overrides: Overrides = {}): Behaviour {
  return eachArea((area) => ({ ...lawfulBehaviour[area], ...overrides[area] }));
}

/** What is asked of `behaviour`, by area. Areas and members keep their types, because `change` returns what it was given. */
export function eachArea(change: (area: keyof Behaviour) => object): Behaviour {
  const areas = Object.keys(lawfulBehaviour) as (keyof Behaviour)[];
  return Object.fromEntries(areas.map((area) => [area, change(area)])) as unknown as Behaviour;
}
