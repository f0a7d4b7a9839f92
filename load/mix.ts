import type { Random } from "../core/random.js";

/** `in`: from a WhatsApp user to the provider's user. `out`: the other way. */
export type Direction = "in" | "out";

/** What happens, with its weight against the others. */
export const kinds = ["texts-in", "texts-out"] as const;

export type Kind = (typeof kinds)[number];

export type Mix = Readonly<Record<Kind, number>>;

/** Seven in ten messages reach the provider's users: each has many contacts, and answers some of them. */
export const usualMix: Mix = { "texts-in": 70, "texts-out": 30 };

/** For example `texts-in=70,texts-out=30`; a problem in words where the text is none. */
export function readMix(text: string): Mix | string {
  const mix: Record<Kind, number> = { "texts-in": 0, "texts-out": 0 };
  for (const part of text.split(",")) {
    const [name = "", weight = ""] = part.split("=");
    if (!isKind(name)) return `found "${name}", wanted one of ${kinds.join(", ")}`;
    if (!/^\d{1,4}$/.test(weight)) return `found "${part}", wanted ${name}= and a whole number up to 9999`;
    mix[name] = Number(weight);
  }
  return totalOf(mix) === 0 ? "found no weight above 0" : mix;
}

function isKind(name: string): name is Kind {
  return kinds.some((kind) => kind === name);
}

export function choose(mix: Mix, random: Random): Direction {
  return random.int(totalOf(mix)) < mix["texts-in"] ? "in" : "out";
}

function totalOf(mix: Mix): number {
  return mix["texts-in"] + mix["texts-out"];
}
