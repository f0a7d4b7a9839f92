import { expect, test } from "@jest/globals";
import { seededRandom } from "../../runtime/random.js";
import { newMessageId } from "./message-id.js";

test("ids have the form of the open clients and do not repeat", () => {
  const random = seededRandom("ids");
  const ids = Array.from({ length: 100 }, () => newMessageId(random));
  for (const id of ids) expect(id).toMatch(/^3EB0[0-9A-F]{18}$/);
  expect(new Set(ids).size).toBe(100);
});
