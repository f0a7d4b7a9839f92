/** Set by jest.deep.config.js. */
const deep = process.env["TEST_DEPTH"] === "deep";

/** Runs of a property that states none: 100 is what fast-check takes by itself. */
export const usualRuns = deep ? 3000 : 100;
