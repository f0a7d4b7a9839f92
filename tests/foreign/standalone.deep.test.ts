import { createHash } from "node:crypto";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { connectToMock, type Mock, type MockDevice, type MockTenant, type MockUser } from "../../mock-server/index.js";
import { systemRandom } from "../../runtime/random.js";
import { inFolder, startInterop } from "../support/interop.js";
import { ForeignClient } from "./child.js";
import { openClients } from "./clients.js";

/** What a stranger has: the command, its ready file, the admin API, and a client that nobody here wrote. */
interface Standalone {
  readonly mock: Mock;
  /** Pairs by the code that the client shows, and is open when this resolves. */
  paired(tenant: MockTenant, user: MockUser): Promise<Paired>;
}

interface Paired {
  readonly client: ForeignClient;
  readonly device: MockDevice;
}

for (const { name, absent } of openClients) {
  if (absent !== undefined) process.stderr.write(`Skipped for ${name}: interop serve: ${absent}\n`);
}

const installed = openClients.filter(({ absent }) => absent === undefined);

(installed.length > 0 ? describe : describe.skip).each(installed)("interop serve with $name", (open) => {
  const clients: ForeignClient[] = [];
  let standalone: Standalone;
  let ended: Promise<unknown>;
  let stop: () => void;

  beforeAll(async () => {
    await new Promise<void>((started, failed) => {
      ended = inFolder(async (folder) => {
        const readyFile = join(folder, "ready.json");
        const options = ["--profile", "whatsapp-consumer", "--tls", "--ready-file", readyFile];
        const { finished, says, stop: end } = startInterop(["serve", ...options]);
        stop = end;
        await says("inspector at http://");
        const mock = await connectToMock(readyFile);
        standalone = { mock, paired: (tenant, user) => paired(mock, tenant, user) };
        started();
        expect((await finished).code).toBe(0);
      });
      ended.catch(failed);
    });
  });
  afterAll(async () => {
    await Promise.all(clients.map((client) => client.dispose()));
    stop();
    await ended;
  });

  async function paired(mock: Mock, { endpoints }: MockTenant, user: MockUser): Promise<Paired> {
    const client = new ForeignClient(open, mock.manifest.tlsCa ?? "");
    clients.push(client);
    await client.start();
    await client.ask("connect", { url: endpoints.chatUrl });
    const { qr } = await client.event("connection", (event) => event.qr !== undefined);
    const device = await user.pair(String(qr));
    await client.event("connection", ({ status }) => status === 515);
    const since = client.events.length;
    await client.ask("connect", { url: endpoints.chatUrl });
    await client.event("connection", ({ connection }) => connection === "open", { since });
    return { client, device };
  }

  test("texts and images go both ways in two tenants at once, and neither sees the other's", async () => {
    const { mock } = standalone;
    const tenants: readonly MockTenant[] = [mock, await mock.tenant({ id: "other" })];
    await Promise.all(
      tenants.map(async (tenant) => {
        const [ada, ben] = [await tenant.user({ name: "Ada" }), await tenant.user({ name: "Ben" })];
        const { client } = await standalone.paired(tenant, ada);
        const text = `from ${tenant.id}`;
        const { id } = await client.ask("send", { to: ben.jid, content: { text } });
        const opened = await tenant.wait({ kind: "opened", messageId: String(id), user: ben.jid });
        expect(opened.content).toEqual({ type: "text", text });
        expect(await ben.messages()).toMatchObject([{ id, content: { text } }]);
        await ben.send(ada.jid, { type: "text", text: `to ${tenant.id}` });
        await client.event("message", (event) => event.text === `to ${tenant.id}`);

        const picture = systemRandom.bytes(50_001);
        const image = Buffer.from(picture).toString("base64");
        const up = await client.ask("send", { to: ben.jid, content: { image, mimetype: "image/jpeg" } });
        const file = { length: picture.length, sha256: createHash("sha256").update(picture).digest("hex") };
        const seen = await tenant.wait({ kind: "opened", messageId: String(up.id), user: ben.jid });
        expect(seen.file).toEqual(file);
        const down = await ben.send(ada.jid, { type: "image", data: picture, mimetype: "image/jpeg" });
        await client.event("message", ({ key }) => key.id === down.id);
        const { data } = await client.ask("download", { id: down.id });
        expect(Buffer.from(String(data), "base64").equals(picture)).toBe(true);
        const story = await tenant.messages.get(down.id);
        expect(story.events.map(({ step }) => step)).toEqual(expect.arrayContaining(["sealed", "delivered"]));
        expect(await tenant.media.list()).toHaveLength(2);
      }),
    );
    for (const tenant of tenants) {
      const transcript = await tenant.journal.export();
      for (const other of tenants) expect(transcript.includes(`from ${other.id}`)).toBe(other === tenant);
      const asked = await tenant.journal.query({ kind: "http", server: "media", part: "response", status: 200 });
      expect(asked.entries).toHaveLength(2);
    }
    await tenants[1]?.close();
  });

  test("what is no code is refused, an unlinked device is told so, and a reset lets everybody go", async () => {
    const { mock } = standalone;
    const [ada, ben] = [await mock.user(), await mock.user()];
    const refusal = await ada.pair("2@stale,AAAA,AAAA,AAAA").catch((thrown: unknown) => thrown);
    expect(refusal).toMatchObject({ code: "pairing-code-malformed" });
    const [first, second] = [await standalone.paired(mock, ada), await standalone.paired(mock, ben)];
    const listed = (await ada.devices()).filter(({ simulated }) => !simulated);
    expect(listed).toMatchObject([{ connected: true, jid: first.device.jid }]);
    const { me } = await first.client.ask("load", { folder: first.client.folder });
    expect([me.id, me.lid]).toEqual([first.device.jid, first.device.lid]);

    await first.device.unlink();
    await first.client.event("connection", ({ status }) => status === 401);
    const since = second.client.events.length;
    const waiting = mock.wait({ kind: "login", outcome: "refused" }).catch((thrown: unknown) => thrown);
    await mock.reset();
    expect(await waiting).toMatchObject({ code: "wait-reset" });
    await second.client.event("connection", ({ connection }) => connection === "close", { since });
    expect(await mock.messages.list()).toEqual([]);
  });
});
