import { expect } from "@jest/globals";
import type { ForeignClient } from "./child.js";
import { foreignSuite } from "./suite.js";

const isRequest = (type = ""): boolean => type === "get" || type === "set";

interface Asked {
  /** Type, namespace and the names of the elements inside. */
  readonly name: string;
  readonly answer: string | undefined;
  /** Whether the journal says that the endpoint has no answer of its own. */
  readonly unknown: boolean;
}

foreignSuite("an ordinary client gets in", (world, ability) => {
  /** What this client has asked for so far. */
  async function requestsOf(client: ForeignClient): Promise<readonly Asked[]> {
    const { me } = await client.ask("load", { folder: client.folder });
    const stanzas = world().meta.journal.entries.flatMap((entry) =>
      entry.kind === "stanza" && entry.account === me.id && entry.node.tag === "iq" ? [entry] : [],
    );
    return stanzas
      .filter(({ direction, node }) => direction === "in" && isRequest(node.attrs["type"]))
      .map(({ node: { attrs, children = [] }, violations }) => ({
        name: `${attrs["type"]} ${attrs["xmlns"]} ${children.map(({ tag }) => tag).join(" ")}`.trimEnd(),
        answer: stanzas.find(({ direction, node }) => direction === "out" && node.attrs["id"] === attrs["id"])?.node
          .attrs["type"],
        unknown: violations.some(({ rule }) => rule === "unknown-stanza"),
      }));
  }

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

  ability("asks for nothing that is not known when it gets in, and gets a result each time", async () => {
    const gil = await world().meta.user({ name: "Gil" });
    const client = await world().pairedClient(gil);
    await client.ask("exists", { number: gil.jid.replace(/@.*/, "") });
    const asked = await requestsOf(client);
    const names = asked.map(({ name }) => name.replace(/^get (?:abt|w) props$/, "get properties"));
    const upload = "set encrypt registration type identity list skey";
    const others = ["set passive active", "get privacy privacy", "get usync usync", "get blocklist", "get properties"];
    expect(names).toEqual(expect.arrayContaining(["get encrypt count", upload, ...others]));
    for (const { name, answer, unknown } of asked) expect([name, answer, unknown]).toEqual([name, "result", false]);
  });

  ability("gets an empty result for what is not known, which the journal reports", async () => {
    const hal = await world().meta.user({ name: "Hal" });
    const client = await world().adoptedClient(hal);
    await client.ask("picture", { to: hal.jid });
    const asked = (await requestsOf(client)).filter(({ unknown }) => unknown);
    expect(asked).toEqual([{ name: "get w:profile:picture picture", answer: "result", unknown: true }]);
  });

  ability("is told that it was unlinked", async () => {
    const eve = await world().meta.user();
    const client = await world().adoptedClient(eve);
    const { me } = await client.ask("load", { folder: client.folder });
    world().meta.unlink(me.id);
    const { status } = await client.event("connection", ({ connection }) => connection === "close");
    expect(status).toBe(401);
  });
});
