/** Set by jest.deep.config.js. */
const deep = process.env["TEST_DEPTH"] === "deep";

/** Runs of a property that states none: 100 is what fast-check takes by itself. */
export const usualRuns = runs({ quick: 100, deep: 3000 });

/** How often to do what costs more or less than usual. */
export function runs({ quick, deep: atDepth }: { readonly quick: number; readonly deep: number }): number {
  return deep ? atDepth : quick;
}
