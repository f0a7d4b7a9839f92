import { expect, test } from "@jest/globals";
import { seededRandom } from "../../runtime/random.js";
import { createLogins } from "./integrators.js";

test("logins have the published form and stay with their user", () => {
  const logins = createLogins(seededRandom("logins"));
  const ada = logins.of(900, "ada");
  expect(ada).toMatch(/^900-[1-9]\d{13}@interop$/);
  expect(logins.of(900, "ada")).toBe(ada);
  expect(logins.of(900, "bob")).not.toBe(ada);
  expect(logins.of(901, "ada")).toMatch(/^901-/);
});

test("logins are forgotten when cleared, and follow the seed", () => {
  const logins = createLogins(seededRandom("logins"));
  const first = logins.of(900, "ada");
  logins.clear();
  expect(logins.of(900, "ada")).not.toBe(first);
  expect(createLogins(seededRandom("logins")).of(900, "ada")).toBe(first);
});
