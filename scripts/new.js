// Writes the skeleton of a check, a mutant or a fault, and prints what is left to do:
//   npm run new -- check m4-features/media/range-suffix
//   npm run new -- mutant host-ignores-suffix-range --in file-host
//   npm run new -- fault media-late --in media
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const usage = `Usage:
  npm run new -- check ID            ID is the path below suites/, for example m4-features/media/range-suffix
  npm run new -- mutant ID --in FILE  FILE is one of reference-provider/mutants, without .ts
  npm run new -- fault ID --in FILE   FILE is one of faults/, without .ts`;

/** What the user typed wrong; printed without a stack. */
export class BadRequest extends Error {}

/**
 * Plans the files to write, as text by path, and the steps that are left. Reads the tree below `root`, and writes nothing.
 *
 * @param {{ kind: string | undefined, id: string | undefined, into: string | undefined }} request
 */
export function plan(root, { kind, id, into }) {
  const planner = { check: planCheck, mutant: planMutant, fault: planFault }[kind ?? ""];
  if (planner === undefined) throw new BadRequest(`New ${kind ?? "?"}: wanted check, mutant or fault\n${usage}`);
  if (id === undefined || !/^[a-z0-9-]+(\/[a-z0-9-]+)*$/.test(id)) {
    throw new BadRequest(`New ${kind}: found the id "${id ?? ""}", wanted lower-case words with hyphens\n${usage}`);
  }
  return planner(root, id, into);
}

function planCheck(root, id) {
  const suite = id.split("/")[0];
  const rows = `suites/requirements/${suite}.yaml`;
  if (!id.includes("/") || !existsSync(join(root, rows))) {
    throw new BadRequest(
      `New check ${id}: found no ${rows}; wanted one of ${suitesOf(root).join(", ")} and a name below it`,
    );
  }
  const path = `suites/${id}.ts`;
  if (existsSync(join(root, path))) throw new BadRequest(`New check ${id}: ${path} exists already`);
  const text = readFileSync(join(root, rows), "utf8");
  const requirement = nextRequirement(text);
  const row = `
- id: ${requirement}
  sentence: State the rule in one sentence of your own words.
  level: MUST
  grade: inferred
  source: Name the document and section, or the fact in docs/facts.md or docs/wire.md
  since: 1.0.3
  checks: [${id}]
`;
  return {
    files: { [path]: checkSource(id, requirement), [rows]: `${text.trimEnd()}\n${row}` },
    left: [
      `${rows}: write the sentence, level, grade and source of ${requirement}; a check of an inferred rule only warns`,
      `${path}: provoke (drive or a scenario), prove (reached), compare (judge), and say what to change (hint)`,
      `npm run new -- mutant ID --in FILE, and name it under "mutants" with the finding that kills it`,
      `if the rule leaves room, name a lawful variant of reference-provider/lawful under "lawful"`,
      `npm run build && node dist/cli/bin.js run --reference ${id}`,
      `node dist/cli/bin.js mutants ${id}`,
    ],
  };
}

function checkSource(id, requirement) {
  const up = "../".repeat(id.split("/").length);
  return `import { check } from "${up}harness/checks/check.js";

export default check("${id}", {
  requirement: "${requirement}",
  needs: ["text"],
  async drive({ meta, provider }) {
    const user = await meta.user();
    const { login } = await provider.connectedUser();
    await user.send(login, { type: "text", text: "Hello" });
  },
  reached: (trace) => trace.stanzas.fromProvider.tag("receipt").list,
  judge({ expect, reached: [receipt] }) {
    expect("type of the receipt", receipt.node.attrs["type"], receipt).is(undefined);
  },
  hint: "Say what to change in the provider.",
  mutants: {},
});
`;
}

/** The id after the highest: ids are never given again. */
function nextRequirement(text) {
  const ids = [...text.matchAll(/^- id: ([A-Z0-9.]+)-(\d+)$/gm)].map(([, prefix, number]) => [prefix, Number(number)]);
  const [prefix] = ids[0] ?? ["M1"];
  return `${prefix}-${String(Math.max(0, ...ids.map(([, number]) => number)) + 1).padStart(2, "0")}`;
}

function suitesOf(root) {
  return namesIn(root, "suites/requirements", ".yaml");
}

function planMutant(root, id, into) {
  const path = tableFile(root, { what: "mutant", id, folder: "reference-provider/mutants", into });
  const entry = `  "${id}": {
    sentence: "Says in one sentence what this provider does wrong",
    overrides: {},
  },
`;
  return {
    files: { [path]: withEntry(root, path, "export default mutants({\n", entry) },
    left: [
      `${path}: write the sentence, and replace one or two seams of reference-provider/behaviour in "overrides"`,
      `name "${id}" under "mutants" of the check that must kill it, with the finding that does`,
      `npm run build && node dist/cli/bin.js mutants --mutant ${id}`,
    ],
  };
}

function planFault(root, id, into) {
  const path = tableFile(root, { what: "fault", id, folder: "faults", into });
  const entry = `  "${id}": fault({
    sentence: "Says in one sentence what the simulated Meta side does wrong",
    hook: "frame",
    effect: (value) => value,
  }),
`;
  return {
    files: { [path]: withEntry(root, path, /= faultTable\(\{\n/, entry) },
    left: [
      `${path}: write the sentence, choose the hook from faults/hooks.ts, and return the changed value from "effect"`,
      "name it in mock-server/faults/board.test.ts, or in the test of the server at whose hook it acts",
      `arm it in a scenario: meta.arm({ fault: "${id}" })`,
    ],
  };
}

/** The file that a new entry goes into. */
function tableFile(root, { what, id, folder, into }) {
  const names = namesIn(root, folder, ".ts");
  if (id.includes("/")) throw new BadRequest(`New ${what} ${id}: wanted an id without a slash`);
  const taken = names.find((name) => readFileSync(join(root, folder, `${name}.ts`), "utf8").includes(`  "${id}": `));
  if (taken !== undefined) throw new BadRequest(`New ${what} ${id}: ${folder}/${taken}.ts has this id already`);
  if (into === undefined || !names.includes(into)) {
    throw new BadRequest(`New ${what} ${id}: found --in ${into ?? "(nothing)"}, wanted one of ${names.join(", ")}`);
  }
  return `${folder}/${into}.ts`;
}

function namesIn(root, folder, ending) {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith(ending) && !name.endsWith(".test.ts"))
    .map((name) => basename(name, ending))
    .sort();
}

/** The file with the entry first in its table, where an author sees it next. */
function withEntry(root, path, start, entry) {
  const text = readFileSync(join(root, path), "utf8");
  const found = typeof start === "string" ? start : start.exec(text)?.[0];
  if (found === undefined || !text.includes(found)) throw new BadRequest(`New entry: found no table in ${path}`);
  return text.replace(found, () => `${found}${entry}`);
}

function main() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { in: { type: "string" } } });
  const root = fileURLToPath(new URL("../", import.meta.url));
  const { files, left } = plan(root, { kind: positionals[0], id: positionals[1], into: values.in });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    console.log(`Wrote ${path}`);
  }
  console.log(["Left to do:", ...left.map((step, at) => `  ${at + 1}. ${step}`)].join("\n"));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    main();
  } catch (error) {
    if (!(error instanceof BadRequest) && error?.code !== "ERR_PARSE_ARGS_UNKNOWN_OPTION") throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}
