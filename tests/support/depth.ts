/** Set by jest.deep.config.js. */
const deep = process.env["TEST_DEPTH"] === "deep";

/** Runs of a property that states none: 100 is what fast-check takes by itself. */
export const usualRuns = deep ? 3000 : 100;

/** Runs of a property that costs more than usual. */
export function runs({ quick, deep: atDepth }: { readonly quick: number; readonly deep: number }): number {
  return deep ? atDepth : quick;
}
