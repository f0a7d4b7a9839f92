import { fileURLToPath } from "node:url";
import quick from "./jest.config.js";

// Processes of Jest inherit it; tests read it through tests/support/depth.ts.
process.env["TEST_DEPTH"] = "deep";

/** The deep tier: `npm run test:deep`. What the quick tier leaves out, and its properties with thousands of runs. */
export default {
  ...quick,
  testPathIgnorePatterns: ["/node_modules/"],
  filter: fileURLToPath(new URL("tests/support/deep-suites.cjs", import.meta.url)),
  setupFiles: ["<rootDir>/tests/support/deep-properties.ts"],
};
