import { type Behaviour, lawfulBehaviour } from "./behaviour.js";
import { eachArea, type Overrides } from "./variation.js";

/** The seams that a variation replaces, as `channel.frames`, with what it puts there. */
export function seamsOf(overrides: Overrides): ReadonlyMap<string, unknown> {
  const seams = Object.entries(overrides).flatMap(([area, members]) =>
    Object.entries(members).map(([member, value]): [string, unknown] => [`${area}.${member}`, value]),
  );
  return new Map(seams);
}

/** One look at a seam: for a function what it was given and answered, `threw` when it answered nothing. */
export type Asked = {
  readonly seam: string;
  readonly call?: { readonly args: readonly unknown[]; readonly answer: unknown };
};

/** The conformant behaviour, telling which of its seams the provider asks, and what. */
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
