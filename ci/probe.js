// Ends with 0 when the endpoint whose manifest stands in a file is ready, with 1 otherwise. For health probes:
// node probe.js [manifest], by default the one of the image.
import { readFileSync } from "node:fs";

const [file = "/run/interop/manifest.json"] = process.argv.slice(2);

try {
  const { adminUrl } = JSON.parse(readFileSync(file, "utf8"));
  const { ok, status } = await fetch(new URL("/ready", adminUrl), { signal: AbortSignal.timeout(2000) });
  if (!ok) throw new Error(`status ${status}`);
} catch (error) {
  process.stderr.write(`Not ready: ${error.message}\n`);
  process.exitCode = 1;
}
