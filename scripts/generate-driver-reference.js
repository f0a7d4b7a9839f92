// Writes docs/driver-reference.md and docs/driver-protocol.schema.json from the schemas of the built harness.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const { driverReference, driverSchema } = await import(
  new URL("../dist/harness/driver/reference.js", import.meta.url).href
);

writeFileSync(fileURLToPath(new URL("../docs/driver-reference.md", import.meta.url)), driverReference());
writeFileSync(fileURLToPath(new URL("../docs/driver-protocol.schema.json", import.meta.url)), driverSchema());
