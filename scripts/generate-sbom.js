// Writes dist/sbom.cdx.json: what an installed package consists of, as a CycloneDX bill of materials. npm knows the form; what
// differs between two runs over the same lock file is taken out, so that a rebuilt package has the same bytes.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const { stdout, stderr, status } = spawnSync("npm", ["sbom", "--sbom-format=cyclonedx"], {
  cwd: root,
  encoding: "utf8",
  maxBuffer: 2 ** 26,
  shell: process.platform === "win32",
});
if (status !== 0) {
  console.error(`Write the bill of materials: npm sbom ended with ${status}; wanted CycloneDX\n${stderr}`);
  process.exit(1);
}

const { serialNumber: _serial, ...document } = JSON.parse(stdout);
const { timestamp: _time, tools: _tools, ...metadata } = document.metadata;
// With --omit=dev, npm also omits what the package shares with a development tool.
const isInstalled = ({ properties = [] }) => properties.every(({ name }) => name !== "cdx:npm:package:development");
// Where npm downloaded a package is a matter of this machine; the package URL names the package itself.
const components = document.components.filter(isInstalled).map(({ externalReferences = [], ...component }) => ({
  ...component,
  externalReferences: externalReferences.filter(({ type }) => type !== "distribution"),
}));
const kept = new Set([metadata.component["bom-ref"], ...components.map((component) => component["bom-ref"])]);
const dependencies = document.dependencies
  .filter(({ ref }) => kept.has(ref))
  .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((other) => kept.has(other)) }));
const target = new URL("../dist/sbom.cdx.json", import.meta.url);
writeFileSync(target, `${JSON.stringify({ ...document, metadata, components, dependencies }, undefined, 2)}\n`);
