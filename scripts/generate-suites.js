// Writes suites/gen/catalogue.ts: every check below suites/ and every row of suites/requirements/*.yaml. A check is a
// file whose default export is check("<its path>", ...), or a row of a family: refusesServer("<its path>", ...). The
// folders kit/ and scenarios/ hold what checks share. Part of the build.
// With --draft, rows may name checks that are still to be written; they are left out, with a warning.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { LineCounter, parseDocument } from "yaml";

const root = fileURLToPath(new URL("../", import.meta.url));
const suites = join(root, "suites");
const target = join(suites, "gen", "catalogue.ts");

/**
 * Generates the catalogue and returns the problems: if there are any, nothing is written. The file is only
 * touched when its content changes, so that an incremental compilation has nothing to do.
 */
export function generateSuites({ draft = false } = {}) {
  const problems = [];
  const found = findChecks(problems);
  const checks = found.map(({ id }) => id);
  const rows = readRows(problems);
  // Every check of a file that could not be read would seem to have no requirement.
  if (problems.length === 0) compare(rows, found, draft, problems);
  const warnings = draft ? dropPlanned(rows, checks) : [];
  if (problems.length === 0) writeIfChanged(render(checks, rows));
  return { problems, warnings, checks: checks.length, requirements: rows.length };
}

function findChecks(problems) {
  const found = [];
  const paths = filesBelow(suites).sort();
  // Milestones first: a run then reports on the foundations before the rest.
  const ofMilestones = paths.filter((path) => /^m[0-9]/.test(path));
  for (const path of new Set([...ofMilestones, ...paths])) {
    if (/^(?:gen|kit|requirements|scenarios)\//.test(path) || !path.endsWith(".ts") || path.endsWith(".test.ts"))
      continue;
    const source = readFileSync(join(suites, path), "utf8");
    const declared = /export default \w+\(\s*"([^"]*)"/.exec(source)?.[1];
    if (declared === undefined) continue;
    const id = path.slice(0, -".ts".length);
    if (declared === id) found.push({ id, requirement: /\brequirement: "([^"]*)"/.exec(source)?.[1] });
    else problems.push(`suites/${path}: the check calls itself "${declared}", its path makes it "${id}"`);
  }
  return found;
}

function readRows(problems) {
  const folder = join(suites, "requirements");
  const schema = JSON.parse(readFileSync(join(folder, "requirement.schema.json"), "utf8"));
  const validate = new Ajv2020({ allErrors: true, strictRequired: false, strictTypes: false }).compile(schema);
  const rows = [];
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith(".yaml")) continue;
    const lines = new LineCounter();
    const document = parseDocument(readFileSync(join(folder, name), "utf8"), { lineCounter: lines });
    const lineOf = (path) => lines.linePos(document.getIn(path, true)?.range?.[0] ?? 0).line;
    const place = (path) => `suites/requirements/${name}:${lineOf(path)}`;
    const content = document.toJS();
    problems.push(...document.errors.map((error) => `suites/requirements/${name}: ${error.message}`));
    if (document.errors.length > 0) continue;
    if (!validate(content)) {
      for (const error of validate.errors.filter(({ keyword }) => keyword !== "if")) {
        const path = error.instancePath
          .split("/")
          .slice(1)
          .map((key) => (/^\d+$/.test(key) ? Number(key) : key));
        problems.push(`${place(path)}: ${reason(error)}`);
      }
      continue;
    }
    rows.push(...content.map((row, index) => ({ ...row, place: place([index]) })));
  }
  return rows;
}

function reason({ keyword, message, instancePath, params }) {
  if (keyword === "required" && params.missingProperty === "excluded") {
    return 'the row names no check and does not say why: it needs "checks" or "excluded"';
  }
  if (keyword === "not") return 'the row has both "checks" and "excluded"';
  const extra = params.additionalProperty === undefined ? "" : ` ("${params.additionalProperty}")`;
  return `${instancePath.split("/").at(-1)}: ${message}${extra}`;
}

/** Requirements and checks name each other, and nothing that does not exist. */
function compare(rows, checks, draft, problems) {
  const known = new Set(checks.map(({ id }) => id));
  const ids = new Set();
  const named = new Map();
  for (const row of rows) {
    if (ids.has(row.id)) problems.push(`${row.place}: the id ${row.id} is given twice`);
    ids.add(row.id);
    for (const check of row.checks) {
      if (!known.has(check) && !draft) problems.push(`${row.place}: ${row.id} names the unknown check "${check}"`);
      if (named.has(check)) problems.push(`${row.place}: "${check}" is named by ${named.get(check)} and ${row.id}`);
      named.set(check, row.id);
    }
  }
  for (const { id, requirement } of checks) {
    const row = named.get(id);
    if (row === undefined) problems.push(`suites/${id}.ts: no requirement names this check`);
    else if (row !== requirement && !draft) {
      problems.push(
        `suites/${id}.ts: the check names requirement "${requirement}", but it is ${row} that names the check`,
      );
    }
  }
}

/** Takes out what is still to be written, and says what that was. */
function dropPlanned(rows, checks) {
  const dropped = rows.flatMap((row) => {
    const planned = row.checks.filter((check) => !checks.includes(check));
    row.checks = row.checks.filter((check) => checks.includes(check));
    if (planned.length > 0 && row.checks.length === 0) row.excluded = `Not yet covered: ${planned.join(", ")}`;
    return planned;
  });
  return dropped.length === 0 ? [] : [`${dropped.length} checks are still to be written: ${dropped.join(", ")}`];
}

function render(checks, rows) {
  const name = (id) => id.replace(/[-/]+(.)/g, (_, letter) => letter.toUpperCase());
  const imports = checks.map((id) => `import ${name(id)} from "../${id}.js";\n`).join("");
  const list = (open, items, close) => (items.length === 0 ? `${open}${close}` : `${open}\n${items.join("")}${close}`);
  return `// Generated by scripts/generate-suites.js from the checks and suites/requirements/*.yaml; do not edit.
import type { Check } from "../../harness/checks/check.js";
import type { Requirement } from "../../harness/model/requirement.js";
${imports}
/** Every check: those of the milestones first, each part in the order of ids. */
export const checks: readonly Check[] = ${list(
    "[",
    checks.map((id) => `  ${name(id)},\n`),
    "]",
  )};

/** Every requirement, in the order of the files. */
export const requirements: readonly Requirement[] = ${list("[", rows.map(renderRow), "]")};
`;
}

/** Laid out as the formatter would. */
function renderRow({ id, sentence, level, grade, source, since, checks, excluded }) {
  const text = (key, value) => {
    const line = `    ${key}: ${quoted(value)},`;
    return `${line.length <= 120 ? line : `    ${key}:\n      ${quoted(value)},`}\n`;
  };
  const flat = `    checks: [${checks.map((check) => JSON.stringify(check)).join(", ")}],\n`;
  const tall = `    checks: [\n${checks.map((check) => `      ${JSON.stringify(check)},\n`).join("")}    ],\n`;
  const head = [text("id", id), text("sentence", sentence), text("level", level), text("grade", grade)];
  const tail = [text("source", source), text("since", since), flat.length <= 121 ? flat : tall];
  const end = excluded === undefined ? [] : [text("excluded", excluded)];
  return `  {\n${[...head, ...tail, ...end].join("")}  },\n`;
}

/** In single quotes when that saves escapes. */
function quoted(value) {
  const count = (mark) => value.split(mark).length - 1;
  const double = JSON.stringify(value);
  if (count('"') <= count("'")) return double;
  return `'${double.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

function writeIfChanged(text) {
  mkdirSync(join(suites, "gen"), { recursive: true });
  let before = "";
  try {
    before = readFileSync(target, "utf8");
  } catch {
    // Not generated yet.
  }
  if (before !== text) writeFileSync(target, text);
}

/** Paths relative to `folder`, with forward slashes on every system. */
function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { problems, warnings, checks, requirements } = generateSuites({ draft: process.argv.includes("--draft") });
  for (const warning of warnings) console.warn(`Warning: ${warning}`);
  for (const problem of problems) console.error(`Generate suites: ${problem}`);
  if (problems.length > 0) process.exitCode = 1;
  else console.log(`Generated suites/gen/catalogue.ts: ${checks} checks, ${requirements} requirements`);
}
