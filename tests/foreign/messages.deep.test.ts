import { expect } from "@jest/globals";
import type { EntryOf } from "../../harness/model/trace.js";
import type { FaultRequest } from "../../harness/ports/faults.js";
import { foreignSuite } from "./suite.js";

type Opened = EntryOf<"opened">;

/** `WebMessageInfo.Status` of the client. */
const status = { server: 2, delivered: 3, read: 4 };

foreignSuite("an ordinary client and a simulated user", (world, ability) => {
  for (const form of ["phone", "lid"] as const) {
    ability(`exchange texts by ${form}, with receipts`, async () => {
      const [ada, ben] = [await world().meta.user({ name: "Ada" }), await world().meta.user({ name: "Ben" })];
      const client = await world().adoptedClient(ada);
      const to = form === "phone" ? ben.jid : (ben.lid ?? "");
      const { id } = await client.ask("send", { to, content: { text: "hello Ben" } });
      const opened = await world().entry("opened", ({ messageId, user }) => messageId === id && user === ben.jid);
      expect(opened.content).toMatchObject({ type: "text", text: "hello Ben" });
      expect(opened.inspection?.kind).toBe("pkmsg");
      await client.event("update", (event) => event.key.id === id && event.status === status.delivered);

      const from = form === "phone" ? ada.jid : (ada.lid ?? "");
      const answer = await ben.send(from, { type: "text", text: "hello Ada" });
      const { key, text, pushName } = await client.event("message", (event) => event.key.id === answer.id);
      expect({ text, pushName }).toEqual({ text: "hello Ada", pushName: "Ben" });
      const isReceipt = (entry: EntryOf<"stanza">): boolean =>
        entry.direction === "in" && entry.node.tag === "receipt" && entry.node.attrs["id"] === answer.id;
      expect((await world().entry("stanza", isReceipt)).node.attrs["type"]).toBeUndefined();

      await client.ask("read", { key });
      const isRead = (entry: EntryOf<"stanza">): boolean => isReceipt(entry) && entry.node.attrs["type"] === "read";
      expect([ben.jid, ben.lid]).toContain((await world().entry("stanza", isRead)).node.attrs["to"]);

      ben.read(opened.from, [id]);
      await client.event("update", (event) => event.key.id === id && event.status === status.read);
      const again = await client.ask("send", { to, content: { text: "the session goes on" } });
      const second = await world().entry("opened", ({ messageId, user }) => messageId === again.id && user === ben.jid);
      expect(second.inspection?.kind).toBe("msg");
    });
  }

  ability("reach all devices of both, each with a ciphertext of its own", async () => {
    const [ada, ben] = [await world().meta.user({ name: "Ada" }), await world().meta.user({ name: "Ben" })];
    const desk = await world().meta.addDevice(ben.jid);
    const [first, second] = [await world().pairedClient(ada), await world().adoptedClient(ada)];
    const { id } = await first.ask("send", { to: ben.jid, content: { text: "to everybody" } });
    const at =
      (user: string) =>
      (entry: Opened): boolean =>
        entry.messageId === id && entry.user === user;
    for (const user of [ben.jid, desk.jid]) {
      expect((await world().entry("opened", at(user))).content).toMatchObject({ text: "to everybody" });
    }
    const copy = await world().entry("opened", at(ada.jid));
    expect(copy).toMatchObject({ sentTo: ben.jid, content: { text: "to everybody" } });
    const { key, text } = await second.event("message", (event) => event.key.id === id);
    expect(key).toMatchObject({ fromMe: true, remoteJid: ben.jid });
    expect(text).toBe("to everybody");

    const answer = await desk.send(ada.jid, { type: "text", text: "from the desk" });
    for (const client of [first, second]) {
      expect((await client.event("message", (event) => event.key.id === answer.id)).text).toBe("from the desk");
    }
    const atPhone = (entry: Opened): boolean => entry.messageId === answer.id && entry.user === ben.jid;
    expect((await world().entry("opened", atPhone)).sentTo).toBe(ada.jid);
  });

  ability("get a message to several devices twice when a fault doubles it", async () => {
    const [ada, ben] = [await world().meta.user({ name: "Ada" }), await world().meta.user({ name: "Ben" })];
    const client = await world().adoptedClient(ada);
    world().meta.arm({ fault: "message-duplicated" });
    const twice = await ben.send(ada.jid, { type: "text", text: "sent twice" });
    await ben.send(ada.jid, { type: "text", text: "sent once" });
    await client.event("message", ({ text }) => text === "sent once");
    const deliveries = world().meta.journal.entries.filter(
      (entry) => entry.kind === "stanza" && entry.direction === "out" && entry.node.attrs["id"] === twice.id,
    );
    expect(deliveries.filter((entry) => entry.kind === "stanza" && entry.node.tag === "message")).toHaveLength(2);
  });

  ability("get a message behind a later one when a fault holds it back", async () => {
    const [ada, ben] = [await world().meta.user({ name: "Ada" }), await world().meta.user({ name: "Ben" })];
    const client = await world().adoptedClient(ada);
    await ben.send(ada.jid, { type: "text", text: "at first" });
    await client.event("message", ({ text }) => text === "at first");
    const { me } = await client.ask("load", { folder: client.folder });
    world().meta.arm({ fault: "message-held-back", account: me.id });
    const late = await ben.send(ada.jid, { type: "text", text: "comes late" });
    const early = await ben.send(ada.jid, { type: "text", text: "comes early" });
    await client.event("message", ({ text }) => text === "comes late");
    const said = client.events.filter(({ event, key }) => event === "message" && [late.id, early.id].includes(key.id));
    expect(said.map(({ text }) => text)).toEqual(["comes early", "comes late"]);
    const isAboutLate = (entry: EntryOf<"stanza">): boolean =>
      entry.direction === "in" && entry.node.tag === "receipt" && entry.node.attrs["id"] === late.id;
    expect((await world().entry("stanza", isAboutLate)).node.attrs["type"]).toBeUndefined();
  });

  ability("recover when a ciphertext was spoilt on the way to the client", async () => {
    const [ada, ben] = [await world().meta.user({ name: "Ada" }), await world().meta.user({ name: "Ben" })];
    const client = await world().adoptedClient(ada);
    await ben.send(ada.jid, { type: "text", text: "sound" });
    await client.event("message", ({ text }) => text === "sound");
    const { me } = await client.ask("load", { folder: client.folder });
    world().meta.arm({ fault: "ciphertext-corrupted", account: me.id });
    const { id } = await ben.send(ada.jid, { type: "text", text: "spoilt at first" });
    const isRetry = (entry: EntryOf<"stanza">): boolean =>
      entry.direction === "in" && entry.node.tag === "receipt" && entry.node.attrs["id"] === id;
    expect((await world().entry("stanza", isRetry)).node.attrs["type"]).toBe("retry");
    await client.event("message", (event) => event.key.id === id && event.text === "spoilt at first");
  });

  ability("recover when the simulated user asks for a message again", async () => {
    const [ada, ben] = [await world().meta.user({ name: "Ada" }), await world().meta.user({ name: "Ben" })];
    const desk = await world().meta.addDevice(ben.jid);
    const client = await world().adoptedClient(ada);
    const { me } = await client.ask("load", { folder: client.folder });
    world().meta.arm({ fault: "retry-requested", account: me.id });
    const { id } = await client.ask("send", { to: ben.jid, content: { text: "once more" } });
    const resent = await world().entry("stanza", ({ node, direction }) => {
      return direction === "in" && node.tag === "message" && node.attrs["id"] === id && node.attrs["t"] === undefined;
    });
    expect(resent.node.attrs["id"]).toBe(id);
    for (const user of [ben.jid, desk.jid]) {
      await world().entry("opened", (entry) => entry.messageId === id && entry.user === user);
    }
    await client.event("update", (event) => event.key.id === id && event.status === status.delivered);
  });

  ability("react to each other's messages", async () => {
    const [ada, ben] = [await world().meta.user({ name: "Ada" }), await world().meta.user({ name: "Ben" })];
    const client = await world().adoptedClient(ada);
    const { id } = await ben.send(ada.jid, { type: "text", text: "funny" });
    const { key } = await client.event("message", (event) => event.key.id === id);
    await client.ask("send", { to: ben.jid, content: { react: { text: "😂", key } } });
    const opened = await world().entry(
      "opened",
      ({ content, user }) => content?.type === "reaction" && user === ben.jid,
    );
    expect(opened.content).toMatchObject({ emoji: "😂", target: { id, fromMe: false } });

    const sent = await client.ask("send", { to: ben.jid, content: { text: "also funny" } });
    await world().entry("opened", ({ messageId, user }) => messageId === sent.id && user === ben.jid);
    // Baileys tells a reaction by its message alone when it has not yet told the message.
    await client.event("message", (event) => event.key.id === sent.id);
    await ben.send(ada.jid, { type: "reaction", target: { id: sent.id, from: ada.jid }, emoji: "👍" });
    const reaction = await client.event("reaction", (event) => event.key.id === sent.id);
    expect(reaction.text).toBe("👍");
  });

  ability("see each other typing, and being there", async () => {
    const [ada, ben] = [await world().meta.user({ name: "Ada" }), await world().meta.user({ name: "Ben" })];
    const client = await world().adoptedClient(ada);
    await client.ask("subscribe", { to: ben.jid });
    ben.presence("available");
    await client.event("presence", ({ presences }) => presences[ben.jid]?.lastKnownPresence === "available");
    ben.typing(ada.jid, "composing");
    await client.event("presence", ({ presences }) => presences[ben.jid]?.lastKnownPresence === "composing");
    await client.ask("typing", { to: ben.jid, state: "composing" });
    const typing = await world().entry(
      "stanza",
      ({ node, direction }) => direction === "in" && node.tag === "chatstate",
    );
    expect(typing.node.attrs["to"]).toBe(ben.jid);
    const { found } = await client.ask("exists", { number: ben.jid.replace(/@.*/, "") });
    expect(found).toMatchObject([{ jid: ben.jid, exists: true }]);
  });

  for (const form of ["phone", "lid"] as const) {
    ability(`block a user by ${form}, and hear nothing from him until unblocked`, async () => {
      const [ada, ben] = [await world().meta.user({ name: "Ada" }), await world().meta.user({ name: "Ben" })];
      const client = await world().adoptedClient(ada);
      const jid = form === "phone" ? ben.jid : (ben.lid ?? "");
      // So that the client knows both addresses of Ben.
      await ben.send(ada.jid, { type: "text", text: "before" });
      await client.event("message", ({ text }) => text === "before");
      await client.ask("block", { jid, action: "block" });
      expect((await client.ask("blocked")).jids).toHaveLength(1);
      await ben.send(ada.jid, { type: "text", text: "unheard" });
      await client.ask("block", { jid, action: "unblock" });
      expect((await client.ask("blocked")).jids).toEqual([]);
      await ben.send(ada.jid, { type: "text", text: "heard again" });
      await client.event("message", ({ text }) => text === "heard again");
      expect(client.events.filter(({ text }) => text === "unheard")).toEqual([]);
    });
  }

  ability("go on writing after the user has a new identity, which both of its addresses tell", async () => {
    const [ada, ben] = [await world().meta.user({ name: "Ada" }), await world().meta.user({ name: "Ben" })];
    const client = await world().adoptedClient(ada);
    const reachesBen = async (text: string): Promise<void> => {
      const { id } = await client.ask("send", { to: ben.jid, content: { text } });
      const opened = await world().entry("opened", (entry) => entry.messageId === id && entry.user === ben.jid);
      expect([opened.error, opened.content]).toEqual([undefined, { type: "text", text }]);
    };
    await reachesBen("before");
    const { last } = world().meta.journal;
    await ben.changeIdentity();
    for (const from of [ben.jid, ben.lid]) {
      const told = await world().entry("stanza", ({ seq, direction, node: { tag, attrs } }) => {
        return seq > last && direction === "out" && tag === "notification" && attrs["from"] === from;
      });
      expect(told.node).toMatchObject({ attrs: { type: "encrypt" }, children: [{ tag: "identity" }] });
      // The client takes it.
      await world().entry("stanza", ({ seq, direction, node: { tag, attrs } }) => {
        return seq > last && direction === "in" && tag === "ack" && attrs["id"] === told.node.attrs["id"];
      });
    }
    await ben.send(ada.jid, { type: "text", text: "from the new phone" });
    await client.event("message", ({ text }) => text === "from the new phone");
    await reachesBen("after");
  });

  ability("read stanzas that are written in an unusual form", async () => {
    const [ada, ben] = [await world().meta.user({ name: "Ada" }), await world().meta.user({ name: "Ben" })];
    const client = await world().adoptedClient(ada);
    const { me } = await client.ask("load", { folder: client.folder });
    const forms: readonly FaultRequest[] = [
      { fault: "stanza-encoding", params: { form: "wide" } },
      { fault: "stanza-encoding", params: { form: "spelled-out" } },
      { fault: "address-as-text" },
    ];
    for (const [index, fault] of forms.entries()) {
      world().meta.arm({ ...fault, account: me.id });
      const { id } = await ben.send(ada.jid, { type: "text", text: `form ${index}` });
      const { key, text } = await client.event("message", (event) => event.key.id === id);
      expect([key.remoteJid, text]).toEqual([ben.jid, `form ${index}`]);
    }
  });

  ability("log in and exchange texts over a slow and lossy line", async () => {
    const [ada, ben] = [await world().meta.user({ name: "Ada" }), await world().meta.user({ name: "Ben" })];
    world().meta.arm({ fault: "chat-latency", params: { ms: 60 } });
    world().meta.arm({ fault: "chat-bandwidth", params: { bytesPerSecond: 20_000 } });
    world().meta.arm({ fault: "chat-loss", params: { percent: 10, stallMs: 50 } });
    const client = await world().adoptedClient(ada);
    const { id } = await client.ask("send", { to: ben.jid, content: { text: "from afar" } });
    const opened = await world().entry("opened", ({ messageId, user }) => messageId === id && user === ben.jid);
    expect(opened.content).toMatchObject({ text: "from afar" });
    await ben.send(ada.jid, { type: "text", text: "to afar" });
    await client.event("message", ({ text }) => text === "to afar");
  });
});
