import { availableParallelism } from "node:os";

/** The quick tier: `npm test`. The deep one is jest.deep.config.js. */
export default {
  // Many tests wait for time or for a process. With one worker more than there are processors, both stay busy: on two calm ones
  // 172 s instead of 203 s.
  maxWorkers: availableParallelism() + 1,
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
