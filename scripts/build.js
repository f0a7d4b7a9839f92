// Builds dist/: the suite catalogue, the compiled modules, the bundled programs, the files they read at run time, the
// executables' mode bits. Also docs/requirements.html, which is shipped and not kept in git. Does nothing when no input has changed since the last build.
// With --draft, see generate-suites.js.
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle } from "./bundle.js";
import { generateSuites } from "./generate-suites.js";

const root = fileURLToPath(new URL("../", import.meta.url));
const dist = join(root, "dist");
const stampFile = join(dist, ".build-stamp.json");
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** Folders that hold no code of the product. */
const foreign = new Set([
  "node_modules",
  "dist",
  "coverage",
  "conformance-report",
  "docs",
  "scripts",
  "tests",
  "bench",
  "ci",
  "examples",
]);
/** What runs as a process of its own. */
const programs = ["cli/bin.ts", "cli/mutants/child.ts", "reference-provider/bin.ts"];
/** Files that modules or pages read. */
const assetTypes = new Set([".json", ".yaml", ".css", ".html", ".svg", ".js", ".txt"]);

const draft = process.argv.includes("--draft");
const { problems, warnings } = generateSuites({ draft });
for (const warning of warnings) console.warn(`Warning: ${warning}`);
if (problems.length > 0) stop(problems.map((problem) => `Generate suites: ${problem}`).join("\n"));

const files = inputs("");
const stamp = Object.fromEntries(files.map((file) => [file, fingerprint(file)]));
const before = readStamp();
if (JSON.stringify(before) !== JSON.stringify(stamp)) {
  // The compiler leaves what it wrote for a source that is gone.
  if (Object.keys(before).some((file) => stamp[file] === undefined)) rmSync(dist, { recursive: true, force: true });
  compile("tsconfig.build.json");
  // Writes nothing: browsers get the scripts of pages as they are.
  compile("tsconfig.page.json");
  await bundle(programs);
  for (const asset of files.filter(isAsset)) copy(asset);
  writeFileSync(join(dist, "package.json"), `${JSON.stringify(distManifest(), null, 2)}\n`);
  for (const bin of Object.values(manifest.bin)) makeExecutable(join(root, bin));
  await writeRequirements();
  writeFileSync(stampFile, JSON.stringify(stamp));
}

function inputs(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return entry.name.startsWith(".") || foreign.has(path) ? [] : inputs(path);
      if (folder === "") return /^(package|tsconfig.*)\.json$|\.ts$/.test(entry.name) ? [path] : [];
      return isSource(path) || isAsset(path) ? [path] : [];
    })
    .sort((a, b) => (a < b ? -1 : 1));
}

function isSource(path) {
  return path.endsWith(".ts") && !path.endsWith(".test.ts") && !path.endsWith(".d.ts");
}

/** Fixtures are evidence for tests; those that suites use are modules. */
function isAsset(path) {
  if (!path.includes("/") || path.startsWith("fixtures/")) return false;
  return assetTypes.has(extname(path)) || path.endsWith(".d.ts");
}

function fingerprint(file) {
  const { mtimeMs, size } = statSync(join(root, file));
  return `${mtimeMs}:${size}`;
}

function readStamp() {
  try {
    return JSON.parse(readFileSync(stampFile, "utf8"));
  } catch {
    return {};
  }
}

function compile(config) {
  const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
  const { status, error } = spawnSync(process.execPath, [compiler, "-p", join(root, config)], {
    stdio: "inherit",
  });
  if (error !== undefined) stop(`Build: the compiler did not start: ${error.message}; is "npm ci" done?`);
  if (status !== 0) stop("Build: the compiler found errors");
}

function copy(file) {
  const target = join(dist, file);
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(join(root, file), target);
}

async function writeRequirements() {
  const built = (path) => import(new URL(`../dist/${path}`, import.meta.url).href);
  const { checks, requirements } = await built("suites/index.js");
  const { requirementsBrowser } = await built("reports/requirements/pages.js");
  mkdirSync(join(root, "docs"), { recursive: true });
  writeFileSync(join(root, "docs", "requirements.html"), requirementsBrowser(requirements, checks));
}

/** Lets modules find name and version one folder above them, in the sources as in the build. */
function distManifest() {
  const { name, version, license, type } = manifest;
  return { name, version, license, type, private: true };
}

function makeExecutable(path) {
  try {
    chmodSync(path, 0o755);
  } catch (error) {
    stop(`Build: "${path}" is named in package.json and was not built: ${error.message}`);
  }
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
