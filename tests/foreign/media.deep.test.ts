import { createHash } from "node:crypto";
import { expect } from "@jest/globals";
import { systemRandom } from "../../runtime/random.js";
import { foreignSuite } from "./suite.js";

/** The client looks at the picture only in order to make a thumbnail, which may fail. */
const picture = systemRandom.bytes(70_001);
const digest = createHash("sha256").update(picture).digest("hex");

foreignSuite("files over the media host", (world, ability) => {
  ability("an image goes up from the client and opens at the user", async () => {
    const [ada, ben] = [await world().meta.user({ name: "Ada" }), await world().meta.user({ name: "Ben" })];
    const client = await world().adoptedClient(ada);
    const image = Buffer.from(picture).toString("base64");
    const { id } = await client.ask("send", {
      to: ben.jid,
      content: { image, caption: "look", mimetype: "image/jpeg" },
    });
    const opened = await world().entry("opened", ({ messageId, user }) => messageId === id && user === ben.jid);
    expect(opened.content).toMatchObject({ type: "media", kind: "image", caption: "look", fileLength: picture.length });
    expect(opened.file).toEqual({ length: picture.length, sha256: digest });
    const upload = await world().entry("http", ({ server, method, part }) => {
      return server === "media" && method === "POST" && part === "response";
    });
    expect(upload.status).toBe(200);
  });

  for (const [kind, described] of [
    ["video", { mimetype: "video/mp4", caption: "look" }],
    ["audio", { mimetype: "audio/mp4" }],
    ["voice", { mimetype: "audio/ogg; codecs=opus" }],
    ["document", { mimetype: "application/pdf", fileName: "plan.pdf" }],
  ] as const) {
    ability(`files of type ${kind} go both ways, the first ciphertext to the client spoilt`, async () => {
      const [ada, ben] = [await world().meta.user({ name: "Ada" }), await world().meta.user({ name: "Ben" })];
      const client = await world().adoptedClient(ada);
      const { voice, ...other } = { [kind]: Buffer.from(picture).toString("base64") };
      const content = { ...other, ...(kind === "voice" && { audio: voice, ptt: true }), ...described };
      const { id } = await client.ask("send", { to: ben.jid, content });
      const opened = await world().entry("opened", ({ messageId, user }) => messageId === id && user === ben.jid);
      expect(opened.content).toMatchObject({ type: "media", kind, fileLength: picture.length });
      expect(opened.file).toEqual({ length: picture.length, sha256: digest });

      const { me } = await client.ask("load", { folder: client.folder });
      world().meta.arm({ fault: "ciphertext-corrupted", account: me.id });
      const sent = await ben.send(ada.jid, { type: kind, data: picture, ...described });
      await world().entry("stanza", ({ direction, node }) => {
        return direction === "in" && node.attrs["id"] === sent.id && node.attrs["type"] === "retry";
      });
      await client.event("message", (event) => event.key.id === sent.id && event.file === true);
      const { data } = await client.ask("download", { id: sent.id });
      expect(createHash("sha256").update(Buffer.from(data, "base64")).digest("hex")).toBe(digest);
    });
  }

  ability("an image comes down over a slow and lossy line", async () => {
    const [ada, ben] = [await world().meta.user({ name: "Ada" }), await world().meta.user({ name: "Ben" })];
    const client = await world().adoptedClient(ada);
    await client.ask("send", { to: ben.jid, content: { image: Buffer.from("x").toString("base64") } });
    const { id } = await ben.send(ada.jid, { type: "image", data: picture, mimetype: "image/jpeg" });
    await client.event("message", (event) => event.key.id === id && event.file === true);
    world().meta.arm({ fault: "media-latency", params: { ms: 60 } });
    world().meta.arm({ fault: "media-bandwidth", params: { bytesPerSecond: 100_000 } });
    world().meta.arm({ fault: "media-loss", params: { percent: 10, stallMs: 50 } });
    const { data } = await client.ask("download", { id });
    expect(createHash("sha256").update(Buffer.from(data, "base64")).digest("hex")).toBe(digest);
    const { entries } = world().meta.journal;
    const acted = entries.filter((entry) => entry.kind === "fault" && entry.event === "applied");
    expect(acted.slice(-3)).toMatchObject(["latency", "bandwidth", "loss"].map((name) => ({ fault: `media-${name}` })));
  });

  ability("an image of the user comes down to the client", async () => {
    const [ada, ben] = [await world().meta.user({ name: "Ada" }), await world().meta.user({ name: "Ben" })];
    const client = await world().adoptedClient(ada);
    // Asking for the media host is how the client learns where to fetch from.
    await client.ask("send", { to: ben.jid, content: { image: Buffer.from("x").toString("base64") } });
    const { id } = await ben.send(ada.jid, { type: "image", data: picture, mimetype: "image/jpeg", caption: "see" });
    const { image } = await client.event("message", (event) => event.key.id === id);
    expect(image.caption).toBe("see");
    const { data } = await client.ask("download", { id });
    expect(createHash("sha256").update(Buffer.from(data, "base64")).digest("hex")).toBe(digest);
  });
});
