/**
 * Whether lists and objects lie in one another more than `levels` deep. `JSON.parse` reads values of any depth; whatever
 * walks them afterwards, `JSON.stringify` first of all, ends in an exhausted stack.
 */
export function nestsDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((member) => nestsDeeper(member, levels - 1));
}
