import { InvalidArgumentError } from "commander";

/** How much to do side by side, for commander. */
export function jobs(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= 64) return count;
  throw new InvalidArgumentError("wanted a whole number from 1 to 64");
}
