import { expect, test } from "@jest/globals";
import { foreignSuite } from "./suite.js";

foreignSuite("an ordinary client gets in", (world) => {
  test("paired by its code, sent away with 515 and back with its account", async () => {
    const ada = await world().meta.user({ name: "Ada" });
    const client = await world().pairedClient(ada);
    const { me } = await client.ask("load", { folder: client.folder });
    expect(me.id).toBe(ada.jid.replace("@", ":1@"));
    expect(me.lid).toBe(ada.lid?.replace("@", ":1@"));
  }, 30_000);

  test("adopted with keys that existed before", async () => {
    const ben = await world().meta.user({ name: "Ben" });
    const client = await world().adoptedClient(ben);
    expect(client.events.some(({ connection }) => connection === "open")).toBe(true);
  }, 30_000);

  test("comes back with the keys and sessions that it stored, and gets what waited", async () => {
    const [cleo, dan] = [await world().meta.user({ name: "Cleo" }), await world().meta.user({ name: "Dan" })];
    const client = await world().pairedClient(cleo);
    await dan.send(cleo.jid, { type: "text", text: "before" });
    await client.event("message", ({ text }) => text === "before");
    const { last } = world().meta.journal;
    await client.stop();
    await world().entry("connection", ({ event, seq }) => event === "closed" && seq > last);
    await dan.send(cleo.jid, { type: "text", text: "while away" });
    await client.start();
    await client.ask("connect", { url: world().meta.endpoints.chatUrl });
    const { key } = await client.event("message", ({ text }) => text === "while away");
    const preview = await world().entry("stanza", ({ node }) => node.children?.[0]?.tag === "offline_preview");
    expect(preview.node.children?.[0]?.attrs["message"]).toBe("1");
    await world().entry("stanza", ({ node }) => node.tag === "receipt" && node.attrs["id"] === key.id);
  }, 40_000);

  test("is told that it was unlinked", async () => {
    const eve = await world().meta.user();
    const client = await world().adoptedClient(eve);
    const { me } = await client.ask("load", { folder: client.folder });
    world().meta.unlink(me.id);
    const { status } = await client.event("connection", ({ connection }) => connection === "close");
    expect(status).toBe(401);
  }, 30_000);
});
