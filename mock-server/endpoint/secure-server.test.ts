import { readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { expect, test } from "@jest/globals";
import { seededRandom } from "../../runtime/random.js";
import { systemClock } from "../../runtime/system-clock.js";
import { createSecureServer } from "./secure-server.js";

test("only the owner can read the file of the authority, and it can be removed", async () => {
  const { ca, caFile } = await createSecureServer({ clock: systemClock, random: seededRandom("tls"), names: [] });
  expect(readFileSync(caFile.path, "utf8")).toBe(ca);
  if (process.platform !== "win32") {
    expect(statSync(caFile.path).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(caFile.path)).mode & 0o777).toBe(0o700);
  }
  await caFile.remove();
  expect(() => statSync(dirname(caFile.path))).toThrow("ENOENT");
});
