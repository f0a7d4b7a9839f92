import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { notInstalled } from "./child.js";
import { startWorld, type World } from "./world.js";

if (notInstalled !== undefined) console.warn(`Skipped: ${notInstalled}`);
const suite = notInstalled === undefined ? describe : describe.skip;

suite("an ordinary client gets in", () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  test("paired by its code, sent away with 515 and back with its account", async () => {
    const ada = await world.meta.user({ name: "Ada" });
    const client = await world.pairedClient(ada);
    const { me } = await client.ask("load", { folder: client.folder });
    expect(me.id).toBe(ada.jid.replace("@", ":1@"));
    expect(me.lid).toBe(ada.lid?.replace("@", ":1@"));
  }, 30_000);

  test("adopted with keys that existed before", async () => {
    const ben = await world.meta.user({ name: "Ben" });
    const client = await world.adoptedClient(ben);
    expect(client.events.some(({ connection }) => connection === "open")).toBe(true);
  }, 30_000);
});
