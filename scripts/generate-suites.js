// Writes suites/gen/catalogue.ts: every check below suites/ and every row of suites/requirements/*.yaml; and
// suites/gen/field-reports.ts: every report of suites/field-reports.yaml. A check is a
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

/**
 * Generates the catalogue and returns the problems: if there are any, nothing is written. The file is only
 * touched when its content changes, so that an incremental compilation has nothing to do.
 */
export function generateSuites({ draft = false } = {}) {
  const problems = [];
  const found = findChecks(problems);
  const checks = found.map(({ id }) => id);
  const rows = readRows(problems);
  const reports = readYaml("suites/field-reports.yaml", validator(join(suites, "field-report.schema.json")), problems);
  // Every check of a file that could not be read would seem to have no requirement.
  if (problems.length === 0) compare(rows, found, draft, problems);
  if (problems.length === 0) compareReports(reports, checks, draft, problems);
  const warnings = draft ? dropPlanned(rows, checks) : [];
  if (problems.length === 0) {
    writeIfChanged("catalogue.ts", render(checks, rows));
    writeIfChanged("field-reports.ts", renderReports(reports));
  }
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
  const validate = validator(join(folder, "requirement.schema.json"));
  return readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .flatMap((name) => readYaml(`suites/requirements/${name}`, validate, problems));
}

function validator(path) {
  const ajv = new Ajv2020({ allErrors: true, strictRequired: false, strictTypes: false });
  return ajv.compile(JSON.parse(readFileSync(path, "utf8")));
}

/** The items of a list, each with its place; none when something is wrong with the file. */
function readYaml(path, validate, problems) {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(join(root, path), "utf8"), { lineCounter: lines });
  const lineOf = (keys) => lines.linePos(document.getIn(keys, true)?.range?.[0] ?? 0).line;
  const place = (keys) => `${path}:${lineOf(keys)}`;
  const content = document.toJS();
  problems.push(...document.errors.map((error) => `${path}: ${error.message}`));
  if (document.errors.length > 0) return [];
  if (validate(content)) return content.map((row, index) => ({ ...row, place: place([index]) }));
  for (const error of validate.errors.filter(({ keyword }) => keyword !== "if")) {
    const keys = error.instancePath
      .split("/")
      .slice(1)
      .map((key) => (/^\d+$/.test(key) ? Number(key) : key));
    problems.push(`${place(keys)}: ${reason(error)}`);
  }
  return [];
}

function reason({ keyword, message, instancePath, params }) {
  if (keyword === "required" && params.missingProperty === "excluded") {
    return 'the row names no check and does not say why: it needs "checks" or "excluded"';
  }
  if (keyword === "required" && params.missingProperty === "mutants") {
    return 'the report needs "checks" and "mutants", or "unseen" with the reason';
  }
  if (keyword === "not") return 'the row has both "checks" and a reason to have none';
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

/** Reports name checks that exist. That these kill the mutants is a test: tests/catalogue.test.ts. */
function compareReports(reports, checks, draft, problems) {
  const known = new Set(checks);
  const ids = new Set();
  for (const { id, place, checks: named = [] } of reports) {
    if (ids.has(id)) problems.push(`${place}: the id ${id} is given twice`);
    ids.add(id);
    const unknown = named.filter((check) => !known.has(check));
    if (!draft && unknown.length > 0) problems.push(`${place}: ${id} names unknown checks: ${unknown.join(", ")}`);
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

function list(open, items, close) {
  return items.length === 0 ? `${open}${close}` : `${open}\n${items.join("")}${close}`;
}

function renderReports(reports) {
  return `// Generated by scripts/generate-suites.js from suites/field-reports.yaml; do not edit.
import type { FieldReport } from "../../harness/model/requirement.js";

/** Public reports of faults in real implementations, in the order of the file. */
export const fieldReports: readonly FieldReport[] = ${list("[", reports.map(renderReport), "]")};
`;
}

function renderReport({ id, area, source, fault, provider, checks = [], mutants = [], unseen }) {
  const head = [text("id", id), text("area", area), text("source", source), text("fault", fault)];
  const tail = [text("provider", provider), names("checks", checks), names("mutants", mutants)];
  return `  {\n${[...head, ...tail, ...optional("unseen", unseen)].join("")}  },\n`;
}

/** Laid out as the formatter would, like the next two. */
function renderRow({ id, sentence, level, grade, source, since, until, checks, excluded }) {
  const head = [text("id", id), text("sentence", sentence), text("level", level), text("grade", grade)];
  const tail = [text("source", source), text("since", since), ...optional("until", until)];
  return `  {\n${[...head, ...tail, names("checks", checks), ...optional("excluded", excluded)].join("")}  },\n`;
}

function text(key, value) {
  const line = `    ${key}: ${quoted(value)},`;
  return `${line.length <= 120 ? line : `    ${key}:\n      ${quoted(value)},`}\n`;
}

function optional(key, value) {
  return value === undefined ? [] : [text(key, value)];
}

function names(key, values) {
  const items = values.map((value) => JSON.stringify(value));
  const flat = `    ${key}: [${items.join(", ")}],\n`;
  return flat.length <= 121 ? flat : `    ${key}: [\n${items.map((item) => `      ${item},\n`).join("")}    ],\n`;
}

/** In single quotes when that saves escapes. */
function quoted(value) {
  const count = (mark) => value.split(mark).length - 1;
  const double = JSON.stringify(value);
  if (count('"') <= count("'")) return double;
  return `'${double.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

function writeIfChanged(name, source) {
  const target = join(suites, "gen", name);
  mkdirSync(join(suites, "gen"), { recursive: true });
  let before = "";
  try {
    before = readFileSync(target, "utf8");
  } catch {
    // Not generated yet.
  }
  if (before !== source) writeFileSync(target, source);
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
