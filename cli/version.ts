import { readFileSync } from "node:fs";

/** Version of the package; its manifest stands one folder above this one, in the sources as in the build. */
export function harnessVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  const version = typeof manifest === "object" && manifest !== null && "version" in manifest ? manifest.version : "";
  return String(version);
}
