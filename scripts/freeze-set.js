// Brings suites/requirements/sets/<version>.yaml up to date: the requirements and checks that reports of that version rest
// on. Rows are only ever added. A frozen check that judges differently needs a higher version; for a change that leaves
// its judgement as it was, name it: node scripts/freeze-set.js --same m2-channel/header
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compareWithSet, currentSet, readSet, setPath } from "./frozen-set.js";

const root = fileURLToPath(new URL("../", import.meta.url));
const [flag, ...same] = process.argv.slice(2);
if (flag !== undefined && flag !== "--same") stop([`found "${flag}", wanted --same and ids of checks`]);

const frozen = readSet(root);
const current = currentSet(root);
const { problems } = compareWithSet(frozen, current);
const left = problems.filter(({ kind, id }) => kind !== "changed" || !same.includes(id));
if (left.length > 0) stop(left.map(({ message }) => message));

const merged = {
  requirements: { ...frozen.requirements, ...current.requirements },
  checks: { ...frozen.checks, ...current.checks },
};
const rows = (entries) => Object.entries(entries).map(([id, value]) => `  ${id}: ${value}\n`);
mkdirSync(join(root, "suites/requirements/sets"), { recursive: true });
writeFileSync(
  join(root, setPath),
  [
    "# What reports of this version rest on; written by scripts/freeze-set.js. Rows are added and never taken out.\n",
    "# Requirement: level and grade. Check: version, and a digest of what it judges.\n",
    "requirements:\n",
    ...rows(merged.requirements),
    "checks:\n",
    ...rows(merged.checks),
  ].join(""),
);
console.log(
  `Wrote ${setPath}: ${Object.keys(merged.requirements).length} requirements, ${Object.keys(merged.checks).length} checks`,
);

function stop(messages) {
  for (const message of messages) console.error(`Freeze set: ${message}`);
  process.exit(1);
}
