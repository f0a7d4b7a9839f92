import type { CheckResult, OwnValue, ProfileInfo, RunResult } from "../../harness/model/result.js";
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

/**
 * How far a run asks for something else than the bundled profile below, in one sentence; undefined where it does not. It
 * belongs beside every statement of readiness: a provider is not ready by the rules that its own file leaves out.
 */
export function modificationSentence({ run, checks }: Pick<RunResult, "run" | "checks">): string | undefined {
  const values = run.profile.own?.values ?? [];
  const changed = values.filter((value) => !isConfirmed(value));
  const pinned = values.filter((value) => isConfirmed(value) && value.grade === "pinned");
  if (changed.length + pinned.length === 0) return undefined;
  const dropped = new Set(
    checks.filter((check) => changed.some((value) => drops(value, check))).map(({ requirement }) => requirement),
  );
  const parts = [
    ...(changed.length === 0 ? [] : [`${plural(changed.length, "value")} changed`]),
    ...(pinned.length === 0 ? [] : [`${plural(pinned.length, "value")} pinned`]),
    ...(dropped.size === 0 ? [] : [`${plural(dropped.size, "rule")} not judged`]),
  ];
  return `Modified profile: ${parts.join(", ")}.`;
}

/** Whether a check is not applicable because of this value, and would be by the bundled one. */
function drops({ path, value, base }: OwnValue, { requirement, cause, verdict }: CheckResult): boolean {
  if (verdict !== "not-applicable" || cause === null) return false;
  switch (cause.code) {
    case "not-in-profile":
      return path === "unjudged" && !listed(base).includes(requirement);
    case "not-declared": {
      const optional = listed(base).filter((capability) => !listed(value).includes(capability));
      return path === "mandatoryCapabilities" && optional.some((name) => cause.message.includes(`"${String(name)}"`));
    }
    case "other-wire":
      return path === "channel.wire";
    case "other-engine":
      return path === "session.engine";
    default:
      return false;
  }
}

function listed(value: OwnValue["value"]): readonly unknown[] {
  return Array.isArray(value) ? value : [];
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
