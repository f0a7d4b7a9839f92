import { describe, expect, test } from "@jest/globals";
import { utf8 } from "../../core/bytes.js";
import { keyPairFromPrivate } from "../../protocol/noise/keys.js";
import { loadSessionEngine } from "../engine.js";
import { recipeWith, sessionMistakeIds } from "./mistakes.js";
import { type Recipe, rightRecipe } from "./recipe.js";
import { sealByRecipe } from "./seal.js";

const plaintext = utf8("Hello");
const [alices, bobs] = [
  { name: "alice", device: 0 },
  { name: "bob", device: 0 },
];

async function exchange(recipe: Recipe, oneTime: boolean, earlier = 0) {
  const engine = await loadSessionEngine("x3dh-v3");
  const [alice, bob] = [engine.createAccount(), engine.createAccount()];
  if (oneTime) bob.generatePreKeys(1, 1);
  const bundle = bob.bundle(1);
  await alice.openSession(bobs, bundle);
  for (let sent = 0; sent < earlier; sent++) await alice.encrypt(bobs, plaintext);
  const lawful = await alice.encrypt(bobs, plaintext);
  const { publicIdentity: publicKey, privateIdentity: privateKey } = alice;
  const [base, ratchet] = [7, 9].map((byte) => keyPairFromPrivate(new Uint8Array(32).fill(byte)));
  if (base === undefined || ratchet === undefined) throw new Error("Two keys were made");
  const sender = { identity: { publicKey, privateKey }, base, ratchet, bundle };
  return bob.decrypt(alices, { type: "pkmsg", bytes: sealByRecipe(recipe, sender, lawful.bytes, plaintext) });
}

describe("the first messages of a session", () => {
  test.each([
    ["with a one-time pre-key", true, 0],
    ["without one", false, 0],
    ["after others of the chain", true, 3],
  ])("open at libsignal by the right recipe, %s", async (_, oneTime, earlier) => {
    expect((await exchange(rightRecipe, oneTime, earlier)).plaintext).toEqual(plaintext);
  });

  test.each(sessionMistakeIds)("that do not open are diagnosed: %s", async (mistake) => {
    await expect(exchange(recipeWith(mistake), true)).rejects.toMatchObject({ code: "bad-mac", fit: { mistake } });
  });

  test("are not diagnosed if no known mistake fits", async () => {
    const unknown = { ...rightRecipe, messageInfo: "something else" };
    await expect(exchange(unknown, true)).rejects.toMatchObject({ code: "bad-mac", fit: undefined });
  });
});
