import { expect } from "@jest/globals";
import { foreignSuite } from "./suite.js";

const isRequest = (type = ""): boolean => type === "get" || type === "set";

foreignSuite("an ordinary client gets in", (world, ability) => {
  ability("paired by its code, sent away with 515 and back with its account", async () => {
    const ada = await world().meta.user({ name: "Ada" });
    const client = await world().pairedClient(ada);
    const { me } = await client.ask("load", { folder: client.folder });
    expect(me.id).toBe(ada.jid.replace("@", ":1@"));
    expect(me.lid).toBe(ada.lid?.replace("@", ":1@"));
  });

  ability("adopted with keys that existed before", async () => {
    const ben = await world().meta.user({ name: "Ben" });
    const client = await world().adoptedClient(ben);
    expect(client.events.some(({ connection }) => connection === "open")).toBe(true);
  });

  ability("comes back with the keys and sessions that it stored, and gets what waited", async () => {
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
  });

  ability(
    "asks for what ordinary clients ask for, and what the endpoint does not know is answered and reported",
    async () => {
      const gil = await world().meta.user({ name: "Gil" });
      const client = await world().pairedClient(gil);
      const { me } = await client.ask("load", { folder: client.folder });
      await client.ask("exists", { number: gil.jid.replace(/@.*/, "") });
      const stanzas = world().meta.journal.entries.flatMap((entry) =>
        entry.kind === "stanza" && entry.account === me.id && entry.node.tag === "iq" ? [entry] : [],
      );
      const asked = stanzas.filter(({ direction, node }) => direction === "in" && isRequest(node.attrs["type"]));
      for (const { node } of asked) {
        const { id } = node.attrs;
        const answer = stanzas.find((entry) => entry.direction === "out" && entry.node.attrs["id"] === id);
        expect([node.attrs["xmlns"], answer?.node.attrs["type"]]).toEqual([node.attrs["xmlns"], "result"]);
      }
      const nameOf = ({ node: { attrs, children = [] } }: (typeof asked)[number]): string =>
        `${attrs["type"]} ${attrs["xmlns"]} ${children.map(({ tag }) => tag).join(" ")}`.trimEnd();
      const known = asked.filter(({ violations }) => violations.length === 0).map(nameOf);
      const upload = "set encrypt registration type identity list skey";
      const others = ["get encrypt digest", "set passive active", "get privacy privacy", "get usync usync"];
      for (const each of ["get encrypt count", upload, ...others]) expect(known).toContain(each);
      const reported = asked.filter(({ violations }) => violations.some(({ rule }) => rule === "unknown-stanza"));
      expect(reported.map(nameOf)).toEqual(expect.arrayContaining(["get abt props", "get blocklist"]));
      expect(reported.length + known.length).toBe(asked.length);
    },
  );

  ability("is told that it was unlinked", async () => {
    const eve = await world().meta.user();
    const client = await world().adoptedClient(eve);
    const { me } = await client.ask("load", { folder: client.folder });
    world().meta.unlink(me.id);
    const { status } = await client.event("connection", ({ connection }) => connection === "close");
    expect(status).toBe(401);
  });
});
