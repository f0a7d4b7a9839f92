// Writes docs/coverage.md: what the suites cover, from a run against the reference provider. Needs dist/.
import { writeFileSync } from "node:fs";

const root = new URL("../", import.meta.url);
const load = (path) => import(new URL(`dist/${path}`, root));
const [{ referenceProvider, runAgainst }, { loadVariant }, { renderCoverage }, { checks, requirements }] =
  await Promise.all([
    load("cli/in-process.js"),
    load("reference-provider/registry.js"),
    load("reports/index.js"),
    load("suites/index.js"),
  ]);

const { result, entries } = await runAgainst(referenceProvider(loadVariant("lawful", "through-a-proxy")), checks);
// Checks of another kind of session, or form of stanzas, than the profile's do not apply, nor do those for which a run has no time.
const idle = ["other-engine", "other-wire", "needs-slow"];
const others = result.checks.filter(({ verdict, cause }) => verdict !== "pass" && !idle.includes(cause?.code));
for (const { id, verdict } of others) console.error(`Generate coverage: ${id}: ${verdict}, wanted pass`);
if (others.length > 0) process.exit(1);
writeFileSync(new URL("docs/coverage.md", root), renderCoverage({ result, entries, requirements }));
console.log(`Wrote docs/coverage.md: ${checks.length} checks`);
