import { type Behaviour, lawfulBehaviour } from "./behaviour.js";

export type Overrides = { readonly [Area in keyof Behaviour]?: Partial<Behaviour[Area]> };

/** A provider that differs from the conformant one in one respect. */
export interface ProviderVariant {
  readonly kind: "mutant" | "lawful";
  readonly id: string;
  /** A mutant's defect, or what is unusual about a lawful variant, in one sentence. */
  readonly sentence: string;
  readonly overrides: Overrides;
  /** Name of the profile in which the variant differs, where it does so in one only. */
  readonly profile?: string;
  /** Of a variant that remembers something: its overrides again, remembering nothing. */
  readonly fresh?: () => Overrides;
}

/** Variants by id. Each call makes one for one provider: what a variant remembers, it shares with no other provider. */
export type Variants = ReadonlyMap<string, () => ProviderVariant>;

/** A variant as a file of `mutants/` or `lawful/` writes it, under its id. */
interface Definition {
  readonly sentence: string;
  readonly profile?: string;
  /** A function where the variant remembers something. */
  readonly overrides: Overrides | (() => Overrides);
}

/** Providers with one deliberate defect each: each must fail, at the checks that name it. */
export function mutants(definitions: Readonly<Record<string, Definition>>): Variants {
  return variants("mutant", definitions);
}

/** Unusual providers that break no rule: each must pass. */
export function lawful(definitions: Readonly<Record<string, Definition>>): Variants {
  return variants("lawful", definitions);
}

function variants(kind: ProviderVariant["kind"], definitions: Readonly<Record<string, Definition>>): Variants {
  const entries = Object.entries(definitions).map(([id, { overrides, ...rest }]): [string, () => ProviderVariant] => [
    id,
    () =>
      typeof overrides === "function"
        ? { kind, id, ...rest, overrides: overrides(), fresh: overrides }
        : { kind, id, ...rest, overrides },
  ]);
  return new Map(entries);
}

/** A copy that lacks one member. */
export function without<Whole extends object, Name extends keyof Whole>(whole: Whole, name: Name): Omit<Whole, Name> {
  const { [name]: _left, ...rest } = whole;
  return rest;
}

/** The conformant behaviour with `overrides` in place. */
export function behaviourWith(overrides: Overrides = {}): Behaviour {
  return eachArea((area) => ({ ...lawfulBehaviour[area], ...overrides[area] }));
}

/** Puts these overrides into a behaviour that `behaviourWith` made. */
export function override(behaviour: Behaviour, overrides: Overrides): void {
  for (const [area, members] of Object.entries(overrides)) Object.assign(behaviour[area as keyof Behaviour], members);
}

/** The seams that a variant replaces, as `channel.frames`, with what it puts there. */
export function seamsOf(overrides: Overrides): ReadonlyMap<string, unknown> {
  const seams = Object.entries(overrides).flatMap(([area, members]) =>
    Object.entries(members).map(([member, value]): [string, unknown] => [`${area}.${member}`, value]),
  );
  return new Map(seams);
}

/** One use of a seam. A function has a `call`, unless it threw. */
export type Asked = {
  readonly seam: string;
  readonly call?: { readonly args: readonly unknown[]; readonly answer: unknown };
};

/** The conformant behaviour. It reports each use of a seam. */
export function watchedBehaviour(onAsked: (asked: Asked) => void): Behaviour {
  return eachArea((area) => new Proxy(lawfulBehaviour[area], { get: (members, name) => watched(area, members, name) }));

  function watched(area: keyof Behaviour, members: object, name: string | symbol): unknown {
    const seam = `${area}.${String(name)}`;
    const member: unknown = Reflect.get(members, name);
    if (typeof member !== "function") {
      onAsked({ seam });
      return member;
    }
    return (...args: readonly unknown[]): unknown => {
      let answer: unknown;
      try {
        answer = Reflect.apply(member, members, args);
      } catch (thrown) {
        onAsked({ seam });
        throw thrown;
      }
      onAsked({ seam, call: { args, answer } });
      return answer;
    };
  }
}

/** Areas and members keep their types, because `change` returns an area of the type that it was given. */
function eachArea(change: (area: keyof Behaviour) => object): Behaviour {
  const areas = Object.keys(lawfulBehaviour) as (keyof Behaviour)[];
  return Object.fromEntries(areas.map((area) => [area, change(area)])) as unknown as Behaviour;
}
