import { expect, test } from "@jest/globals";
import { utf8 } from "../../core/bytes.js";
import { loadSessionEngine } from "../engine.js";
import { diagnoseType } from "./type.js";

const bobs = { name: "bob", device: 0 };

test("a message under the other type is recognised, in both directions", async () => {
  const engine = await loadSessionEngine("x3dh-v3");
  const [alice, bob] = [engine.createAccount(), engine.createAccount()];
  await alice.openSession(bobs, bob.bundle());
  const { bytes } = await alice.encrypt(bobs, utf8("Hello"));
  expect(diagnoseType({ type: "msg", bytes })).toMatchObject({ sentence: expect.stringContaining("is pkmsg") });
  await bob.decrypt({ name: "alice", device: 0 }, { type: "pkmsg", bytes });
  const answer = await bob.encrypt({ name: "alice", device: 0 }, utf8("Hello too"));
  expect(answer.type).toBe("msg");
  expect(diagnoseType({ ...answer, type: "pkmsg" })).toMatchObject({ sentence: expect.stringContaining("is msg") });
});

test("bytes of neither type are not", () => {
  expect(diagnoseType({ type: "msg", bytes: Uint8Array.of(0x33, 0xff) })).toBeUndefined();
});
