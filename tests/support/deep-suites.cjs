const { readFileSync } = require("node:fs");

/** The suites of the deep tier: those named so, and those with properties. Jest takes a filter from CommonJS only. */
module.exports = (paths) => ({
  filtered: paths.filter(
    (path) => path.endsWith(".deep.test.ts") || /from "fast-check"/.test(readFileSync(path, "utf8")),
  ),
});
