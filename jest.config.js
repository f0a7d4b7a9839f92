import { availableParallelism } from "node:os";

/** The quick tier: `npm test`. The deep one is jest.deep.config.js. */
export default {
  // Jest leaves one processor free for the terminal, which on a machine of two is half of them; many tests wait for time or for
  // a process anyway.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  testEnvironment: "node",
  testSequencer: "<rootDir>/tests/support/longest-first.cjs",
  // Time-outs only catch what hangs: on a busy machine everything takes ten times as long.
  testTimeout: 1_800_000,
  extensionsToTreatAsEsm: [".ts"],
  moduleNameMapper: { "^(\\.{1,2}/.*)\\.js$": "$1" },
  modulePathIgnorePatterns: ["<rootDir>/dist/"],
  transform: {
    "^.+\\.ts$": [
      "@swc/jest",
      {
        jsc: { target: "es2022", parser: { syntax: "typescript" }, experimental: { keepImportAttributes: true } },
        module: { type: "es6" },
        sourceMaps: "inline",
      },
    ],
  },
  testMatch: ["<rootDir>/**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/", "\\.deep\\.test\\.ts$"],
};
