// Brings suites/requirements/sets/<version>.yaml up to date, for each version of Meta's document: the requirements and checks
// that reports of that version rest on. Rows are only ever added. A frozen check that judges differently needs a higher
// version. There are two exceptions, which name the rows, one each:
//   node scripts/freeze-set.js --same m2-channel/header     other code, same judgement
//   node scripts/freeze-set.js --regraded M4-58             the level or grade was wrong; say so in CHANGELOG.md
// tests/frozen-set.test.ts guards the sets with the functions of this file.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { parse } from "yaml";

/** Versions of Meta's document, oldest first. */
export const versions = ["1.0.0", "1.0.1", "1.0.2", "1.0.3"];

export const setPath = (version) => `suites/requirements/sets/${version}.yaml`;

/** Requirement id to "level grade", check id to "version digest"; empty when there is no set yet. */
export function readSet(root, version) {
  try {
    const { requirements, checks } = parse(readFileSync(join(root, setPath(version)), "utf8"));
    return { requirements, checks };
  } catch (thrown) {
    if (thrown.code !== "ENOENT") throw thrown;
    return { requirements: {}, checks: {} };
  }
}

/** The same for what this version of the document has now. */
export function currentSet(root, version) {
  const folder = join(root, "suites/requirements");
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .sort();
  const at = versions.indexOf(version);
  const applies = ({ since, until }) =>
    versions.indexOf(since) <= at && (until === undefined || at <= versions.indexOf(until));
  const rows = files.flatMap((name) => parse(readFileSync(join(folder, name), "utf8"))).filter(applies);
  const checks = rows.flatMap((row) => row.checks ?? []);
  return {
    requirements: Object.fromEntries(rows.map(({ id, level, grade }) => [id, `${level} ${grade}`])),
    checks: Object.fromEntries(checks.map((id) => [id, stateOf(join(root, "suites", `${id}.ts`))])),
  };
}

/** What is wrong with the current state in view of the frozen one, and what was added since. */
export function compareWithSet(frozen, current) {
  const problems = [];
  const say = (kind, id, message) => problems.push({ kind, id, message: `${id}: ${message}` });
  for (const [id, state] of Object.entries(frozen.requirements)) {
    const now = current.requirements[id];
    if (now === undefined)
      say("removed", id, "the requirement is gone, and ids are never taken out; exclude it instead");
    else if (now !== state)
      say(
        "regraded",
        id,
        `"${state}" is frozen, found "${now}"; give the new rule a new id, or run freeze-set.js --regraded`,
      );
  }
  for (const [id, state] of Object.entries(frozen.checks)) {
    const now = current.checks[id];
    const [version, digest] = state.split(" ");
    if (now === undefined) say("removed", id, "the check is gone, or no requirement names it any more");
    else if (Number(now.split(" ")[0]) < Number(version))
      say("older", id, `version ${version} is frozen, found ${now}`);
    else if (now.split(" ")[0] === version && now.split(" ")[1] !== digest) {
      say(
        "changed",
        id,
        "it judges by other code under the same version; raise its version, or run freeze-set.js --same",
      );
    }
  }
  const added = Object.keys(current.checks).filter((id) => frozen.checks[id] === undefined);
  return { problems, added };
}

/**
 * Version, and a digest of what judges: the code from what proves that the provider was reached to the end of judging. Of
 * a row of a family, that is the family's code and the values of the row.
 */
function stateOf(path) {
  const source = readFileSync(path, "utf8");
  const version = /^ {2}version: (\d+),$/m.exec(source)?.[1] ?? "1";
  const [, family] = /export default (\w+)\(/.exec(source);
  const judged = family === "check" ? judging(source) : judging(familyCode(path, source, family)) + rowValues(source);
  const digest = createHash("sha256").update(compact(judged)).digest("hex").slice(0, 12);
  return `${version} ${digest}`;
}

/** From `reached` to what says nothing about judging. */
function judging(code) {
  const from = code.indexOf("  reached");
  return code.slice(from).split(/\n +(?:hint|mutants|lawful):/, 1)[0];
}

/** The function that a check calls, in the file from which the check imports it. */
function familyCode(path, source, family) {
  const [, module] = new RegExp(`import \\{[^}]*\\b${family}\\b[^}]*\\} from "([^"]*)\\.js"`).exec(source);
  const code = readFileSync(join(dirname(path), `${module}.ts`), "utf8");
  const from = code.indexOf(`export function ${family}(`);
  return code.slice(from, code.indexOf("\n}\n", from));
}

/** What the row states, except what the catalogue says of every check. */
function rowValues(source) {
  const row = source.slice(source.indexOf("export default"), source.lastIndexOf("\n});"));
  const members = row.split(/\n(?= {2}\w)/).slice(1);
  return members
    .filter((member) => !/^ {2}(?:requirement|version|needs|engines|wire|timeBound|hint|mutants|lawful):/.test(member))
    .join("");
}

function compact(code) {
  return code.replace(/\/\/.*$/gm, "").replaceAll(/\s+/g, "");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL("../", import.meta.url));
  const { values } = parseArgs({
    options: { same: { type: "string", multiple: true }, regraded: { type: "string", multiple: true } },
  });
  const excused = { changed: values.same ?? [], regraded: values.regraded ?? [] };
  for (const version of versions) freeze(root, version, excused);
}

function freeze(root, version, excused) {
  const frozen = readSet(root, version);
  const current = currentSet(root, version);
  const { problems } = compareWithSet(frozen, current);
  const left = problems.filter(({ kind, id }) => excused[kind]?.includes(id) !== true);
  if (left.length > 0) stop(left.map(({ message }) => message));

  const merged = {
    requirements: { ...frozen.requirements, ...current.requirements },
    checks: { ...frozen.checks, ...current.checks },
  };
  const rows = (entries) => Object.entries(entries).map(([id, value]) => `  ${id}: ${value}\n`);
  mkdirSync(join(root, "suites/requirements/sets"), { recursive: true });
  writeFileSync(
    join(root, setPath(version)),
    [
      "# What reports of this version rest on; written by scripts/freeze-set.js. Rows are added and never taken out.\n",
      "# Requirement: level and grade. Check: version, and a digest of what it judges.\n",
      "requirements:\n",
      ...rows(merged.requirements),
      "checks:\n",
      ...rows(merged.checks),
    ].join(""),
  );
  const count = (entries) => Object.keys(entries).length;
  console.log(`Wrote ${setPath(version)}: ${count(merged.requirements)} requirements, ${count(merged.checks)} checks`);
}

function stop(messages) {
  for (const message of messages) console.error(`Freeze set: ${message}`);
  process.exit(1);
}
