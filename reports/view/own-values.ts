import type { OwnValue, ProfileInfo } from "../../harness/model/result.js";
import { shorten } from "../text/printable.js";
import { plural } from "./verdict-words.js";

/** More are in report.html and report.json. */
const mostShown = 8;
const longestValue = 60;

/** What a user's own profile gives, in one sentence; undefined for a bundled profile. */
export function ownValuesSentence({ own }: ProfileInfo): string | undefined {
  if (own === undefined) return undefined;
  if (own.values.length === 0) return `No value of the profile is your own: it is ${own.base} under another name.`;
  const shown = own.values.slice(0, mostShown).map((value) => `${value.path} ${inWords(value, own.base)}`);
  const more = own.values.length - shown.length;
  const rest = more === 0 ? "" : `; ${more} more in report.html`;
  return `${plural(own.values.length, "value")} of the profile ${own.values.length === 1 ? "is" : "are"} your own: ${shown.join("; ")}${rest}.`;
}

export function shownValue(value: OwnValue["value"]): string {
  return shorten(JSON.stringify(value), longestValue);
}

export function isConfirmed({ value, base }: OwnValue): boolean {
  return JSON.stringify(value) === JSON.stringify(base);
}

function inWords(own: OwnValue, base: string): string {
  const value = shownValue(own.value);
  return isConfirmed(own) ? `${value} (as ${base})` : `${value} (${base}: ${shownValue(own.base)})`;
}
