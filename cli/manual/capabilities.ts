import { InvalidArgumentError } from "commander";
import { knownCapabilities } from "../../harness/driver/methods.js";

type Capability = (typeof knownCapabilities)[number];

/** What takes a program in the place of the person. */
const beyondPeople: ReadonlySet<Capability> = new Set([
  "groups",
  "key-rotation",
  "proxy",
  "reachability",
  "restart",
  "state",
  "timing",
  "token-rotation",
]);

/**
 * What a person can do in nearly every app. The files of the suites are bytes that no app can show as a picture or play, so
 * the types that apps re-encode are left to those who ask for them; typing is over before a person has read the question.
 */
export const usualByHand: readonly Capability[] = [
  "text",
  "text-receive",
  "document",
  "receipts",
  "read-receipts",
  "reactions",
  "replies",
  "blocking",
  "push",
  "deletion",
];

/** `text,text-receive`, for commander. */
export function capabilitiesByHand(text: string): readonly string[] {
  const names = text.split(",").map((name) => name.trim());
  const possible = knownCapabilities.filter((name) => !beyondPeople.has(name));
  const odd = names.find((name) => !possible.some((known) => known === name));
  if (odd === undefined) return [...new Set(names)];
  throw new InvalidArgumentError(
    `Found "${odd}"; wanted names out of ${possible.join(", ")}, with commas between them.`,
  );
}
