import { expect } from "@jest/globals";
import { foreignSuite } from "./suite.js";

foreignSuite("groups", (world, ability) => {
  for (const form of ["lid", "phone"] as const) {
    ability(`members written by ${form} read what the others send`, async () => {
      const [ada, ben, cleo] = [
        await world().meta.user({ name: "Ada" }),
        await world().meta.user({ name: "Ben" }),
        await world().meta.user({ name: "Cleo" }),
      ];
      const client = await world().adoptedClient(ada);
      const name = (user: typeof ada): string => (form === "lid" ? (user.lid ?? "") : user.jid);
      const group = await ben.createGroup("Plans", [name(ada), name(cleo)]);
      await client.event("group", ({ id }) => id === group);
      const { group: described } = await client.ask("group", { id: group });
      expect(described).toMatchObject({ subject: "Plans", size: 3, addressingMode: form === "lid" ? "lid" : "pn" });

      const first = await ben.send(group, { type: "text", text: "tonight?" });
      const { text, key } = await client.event(
        "message",
        (event) => event.key.id === first.id && event.text !== undefined,
      );
      expect({ text, chat: key.remoteJid, from: key.participant }).toEqual({
        text: "tonight?",
        chat: group,
        from: name(ben),
      });

      for (const words of ["yes", "at eight"]) {
        const sent = await client.ask("send", { to: group, content: { text: words } });
        for (const { jid } of [ben, cleo, ada]) {
          const opened = await world().entry("opened", ({ messageId, user }) => messageId === sent.id && user === jid);
          expect(opened).toMatchObject({ group, content: { type: "text", text: words } });
          expect(opened.error).toBeUndefined();
        }
        // The client takes the receipts of the members.
        await world().entry("stanza", ({ node, direction }) => {
          const { class: tag, id } = node.attrs;
          return direction === "in" && node.tag === "ack" && tag === "receipt" && id === sent.id;
        });
      }
      const second = await cleo.send(group, { type: "text", text: "fine" });
      await client.event("message", (event) => event.key.id === second.id && event.text === "fine");
    });
  }

  ability("a group of the client's own making", async () => {
    const [ada, ben] = [await world().meta.user({ name: "Ada" }), await world().meta.user({ name: "Ben" })];
    const client = await world().adoptedClient(ada);
    const { id: group } = await client.ask("createGroup", { subject: "Mine", members: [ben.lid] });
    const sent = await client.ask("send", { to: group, content: { text: "welcome" } });
    const opened = await world().entry("opened", ({ messageId, user }) => messageId === sent.id && user === ben.jid);
    expect(opened.content).toMatchObject({ text: "welcome" });
  });
});
