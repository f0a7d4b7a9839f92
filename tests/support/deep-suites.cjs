const { readFileSync } = require("node:fs");

const asksForDepth = /(?:fast-check|support\/depth\.js)"/;

/** The suites of the deep tier: those named so, and those with properties. Jest takes a filter from CommonJS only. */
module.exports = (paths) => ({
  filtered: paths.filter((path) => path.endsWith(".deep.test.ts") || asksForDepth.test(readFileSync(path, "utf8"))),
});
