import { fileURLToPath } from "node:url";
import quick from "./jest.config.js";

// Processes of Jest inherit it; tests read it through tests/support/depth.ts.
process.env["TEST_DEPTH"] = "deep";

/**
 * The deep tier: `npm run test:deep`. What the quick tier leaves out, and its properties with thousands of runs. The kill matrix
 * at full depth takes as long as all the rest, so it runs by itself: `npm run test:matrix`.
 */
export default {
  ...quick,
  testPathIgnorePatterns: ["/node_modules/", ...(process.env["TEST_MATRIX"] === undefined ? ["/tests/mutants/"] : [])],
  filter: fileURLToPath(new URL("tests/support/deep-suites.cjs", import.meta.url)),
  setupFiles: ["<rootDir>/tests/support/deep-properties.ts"],
};
