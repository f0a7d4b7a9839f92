import { type Behaviour, lawfulBehaviour } from "./behaviour.js";
import { eachArea, type Overrides } from "./variation.js";

/** The seams that a variation replaces, as `channel.frames`. */
export function seamsOf(overrides: Overrides): readonly string[] {
  return Object.entries(overrides).flatMap(([area, members]) =>
    Object.keys(members).map((member) => `${area}.${member}`),
  );
}

/** The conformant behaviour, telling which of its seams the provider asks. */
export function watchedBehaviour(onAsked: (seam: string) => void): Behaviour {
  return eachArea(
    (area) =>
      new Proxy(lawfulBehaviour[area], {
        get(members, member) {
          onAsked(`${area}.${String(member)}`);
          return Reflect.get(members, member) as unknown;
        },
      }),
  );
}
