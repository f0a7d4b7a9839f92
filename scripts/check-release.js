// Shows what a release would be, and ends with 1 when something stands in its way: node scripts/check-release.js [tag].
// Publishes nothing and asks no host. `npm run release:dry` builds the package first; the release workflow runs this with its tag.
// tests/release.test.ts uses the functions of this file.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Every path of the package that its manifest promises to those who install it, and what its licence asks for. */
export function promised({ bin, exports }) {
  const targets = Object.values(exports).flatMap((target) =>
    typeof target === "string" ? [target] : Object.values(target),
  );
  const paths = [...Object.values(bin), ...targets].map((path) => path.replace(/^\.\//, ""));
  return [...new Set([...paths, "LICENSE", "README.md", "dist/sbom.cdx.json"])];
}

/** The notes of a version in the change log; undefined where it has none. */
export function notesOf(changelog, version) {
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((text) => text.split(/[\s[\]]+/).find(Boolean) === version);
  const notes = section?.slice(section.indexOf("\n")).trim();
  return notes === "" ? undefined : notes;
}

/** What stands in the way of a release, in sentences; nothing when it can go. `files` are the paths that npm would pack. */
export function obstacles({ manifest, lock, changelog, tag, files }) {
  const { version } = manifest;
  const found = [];
  if (lock.version !== version)
    found.push(`package-lock.json has version ${lock.version}, package.json ${version}; run "npm install"`);
  if (tag !== `v${version}`) found.push(`the tag is ${tag}; wanted v${version}, the version in package.json`);
  const notes = notesOf(changelog, version);
  if (notes === undefined) found.push(`CHANGELOG.md has no notes under "## ${version}"; name the unreleased ones so`);
  else if (notes.startsWith("Never published")) {
    found.push(
      `CHANGELOG.md says that ${version} was never published; run "npm version --no-git-tag-version" with the next version`,
    );
  }
  const packed = new Set(files);
  for (const path of promised(manifest)) {
    if (!packed.has(path))
      found.push(`${path} is promised by package.json and not packed; run "npm run build:package"`);
  }
  return found;
}

function show(root, given) {
  const read = (path) => readFileSync(join(root, path), "utf8");
  const manifest = JSON.parse(read("package.json"));
  const tag = given ?? `v${manifest.version}`;
  const { status, stdout, stderr } = spawnSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`List what npm packs: npm pack ended with ${status}; wanted 0\n${stderr}`);
  const [{ filename, files, size, unpackedSize }] = JSON.parse(stdout);
  const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
  console.log(
    `${tag}: ${filename}, ${files.length} files, ${megabytes(size)} packed, ${megabytes(unpackedSize)} unpacked`,
  );
  const found = obstacles({
    manifest,
    lock: JSON.parse(read("package-lock.json")),
    changelog: read("CHANGELOG.md"),
    tag,
    files: files.map(({ path }) => path),
  });
  for (const obstacle of found) console.log(`In the way: ${obstacle}`);
  if (found.length === 0)
    console.log("Nothing is in the way. The release workflow tests, packs, publishes and writes the release page.");
  return found.length === 0 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = show(fileURLToPath(new URL("..", import.meta.url)), process.argv[2]);
}
