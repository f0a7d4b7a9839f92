import { InvalidArgumentError } from "commander";
import { type Mix, readMix } from "../../load/mix.js";
import type { Shape } from "../../load/schedule.js";
import { readThreshold, type Threshold } from "../../load/thresholds.js";
import type { ProviderOptions } from "../provider-options.js";

export interface LoadCommandOptions extends ProviderOptions {
  readonly users: number;
  /** Messages in a second. */
  readonly rate: number;
  readonly shape: Shape;
  /** Seconds. */
  readonly for: number;
  readonly mix: Mix;
  readonly threshold?: readonly Threshold[];
  readonly inFlight: number;
  /** Milliseconds. */
  readonly lag: number;
  /** Milliseconds. */
  readonly silence: number;
  readonly seed?: string;
  readonly out: string;
  readonly json?: true;
}

export function users(text: string): number {
  return whole(text, 1, 100_000, "a whole number of users from 1 to 100000");
}

export function inFlight(text: string): number {
  return whole(text, 1, 1_000_000, "a whole number of messages from 1 to 1000000");
}

/** For example `200/s`; the unit may be left out. */
export function rate(text: string): number {
  const [, number = "", unit = "s"] = /^(\d{1,6}(?:\.\d{1,3})?)(?:\/(s|m))?$/.exec(text) ?? [];
  const perSecond = Number(number) / (unit === "m" ? 60 : 1);
  if (number !== "" && perSecond > 0) return perSecond;
  throw new InvalidArgumentError("Wanted messages in a second or a minute, for example 200/s or 30/m.");
}

/** For example `90s`, `10m` or `2h`, in seconds. */
export function duration(text: string): number {
  const [, number = "", unit = "s"] = /^(\d{1,5}(?:\.\d{1,3})?)(s|m|h)?$/.exec(text) ?? [];
  const seconds = Number(number) * (unit === "h" ? 3600 : unit === "m" ? 60 : 1);
  if (number !== "" && seconds > 0 && seconds <= 86_400) return seconds;
  throw new InvalidArgumentError("Wanted a duration of up to a day, for example 90s, 10m or 2h.");
}

export function mix(text: string): Mix {
  const read = readMix(text);
  if (typeof read !== "string") return read;
  throw new InvalidArgumentError(`${capital(read)}.`);
}

/** Repeatable: each adds to those before. */
export function threshold(text: string, before: readonly Threshold[] | undefined): readonly Threshold[] {
  const read = readThreshold(text);
  if (typeof read !== "string") return [...(before ?? []), read];
  throw new InvalidArgumentError(`${capital(read)}.`);
}

function whole(text: string, least: number, most: number, wanted: string): number {
  const number = /^\d{1,7}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new InvalidArgumentError(`Wanted ${wanted}.`);
}

/** Commander puts a full stop before it. */
function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
