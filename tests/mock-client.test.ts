import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { connectToMock, type Mock, startMock } from "../mock-server/index.js";
import { type DrivenProvider, drivenProvider } from "./support/driven-provider.js";

let mock: Mock;
let provider: DrivenProvider;
beforeAll(async () => {
  mock = await startMock({ seed: "client" });
  provider = await drivenProvider(mock);
});
afterAll(async () => {
  await provider.close();
  await mock.close();
});

describe("the client", () => {
  test("connects to a running endpoint by its manifest or by its ready file", async () => {
    const folder = mkdtempSync(join(tmpdir(), "interop-client-"));
    const file = join(folder, "ready.json");
    writeFileSync(file, JSON.stringify(mock.manifest));
    for (const other of [await connectToMock(mock.manifest), await connectToMock(file)]) {
      expect([other.endpoints, other.seed]).toEqual([mock.endpoints, "client"]);
      await other.close();
    }
    expect(await mock.clock.now()).toBeGreaterThan(0);
    rmSync(folder, { recursive: true });
  });

  test("says what is wrong with a manifest, a token or an endpoint that is gone", async () => {
    const { manifest } = mock;
    const without = connectToMock({ ...manifest, adminUrl: null });
    await expect(without).rejects.toMatchObject({ code: "mock-bad-manifest" });
    await expect(connectToMock("/absent/ready.json")).rejects.toMatchObject({ code: "mock-bad-manifest" });
    const wrong = connectToMock({ ...manifest, adminToken: "wrong" });
    await expect(wrong).rejects.toMatchObject({ code: "unauthorised", status: 401 });
    const gone = await startMock();
    await gone.close();
    await expect(gone.clock.now()).rejects.toMatchObject({ code: "mock-unreachable" });
  });

  test("drives a session from the server's end", async () => {
    const { user, login } = await provider.connectedUser("ada");
    const { connection } = await mock.wait({ kind: "login", account: login, outcome: "accepted" });
    const ping = { tag: "iq", attrs: { id: "srv-1", type: "get", from: "s.whatsapp.net", xmlns: "urn:xmpp:ping" } };
    await mock.session(login).send(ping);
    const answer = await mock.wait({ kind: "stanza", direction: "in", tag: "iq", attrs: { id: "srv-1" } });
    expect([answer.node.attrs["type"], answer.connection]).toEqual(["result", connection]);
    await mock.session(login).drop();
    await mock.wait({ kind: "connection", event: "closed", connection });
    await provider.call("user.disconnect", { user });
    await expect(mock.session("900-1@interop").drop()).rejects.toMatchObject({ code: "not-connected" });
  });

  test("arms faults, and the journal tells that they acted", async () => {
    const { kinds } = { kinds: await mock.faults.kinds() };
    expect(kinds.find(({ fault }) => fault === "enlistment-refused")).toMatchObject({ params: expect.any(Object) });
    const { id } = await mock.faults.arm({ fault: "enlistment-refused", account: "eve", times: 2 });
    const { user } = await provider.call("user.create", { user: "eve" });
    await expect(provider.call("user.enlist", { user })).rejects.toThrow("enlistment-rejected");
    await mock.wait({ kind: "fault", fault: "enlistment-refused", event: "applied" });
    expect(await mock.faults.armed()).toMatchObject([{ id, left: 1 }]);
    await mock.faults.disarm(id);
    await provider.call("user.enlist", { user });
  });

  test("follows the journal, through a reset and to the end", async () => {
    const tenant = await mock.tenant();
    const numbers: number[] = [];
    const reading = (async () => {
      for await (const { advancedMs } of tenant.journal.follow({ kind: "clock" })) numbers.push(advancedMs);
    })();
    await tenant.clock.advance(1);
    await tenant.reset();
    await tenant.clock.advance(2);
    for await (const { advancedMs } of tenant.journal.follow({ kind: "clock", advancedMs: 2 })) {
      expect(advancedMs).toBe(2);
      break;
    }
    await tenant.close();
    await reading;
    expect(numbers).toEqual([1, 2]);
    await expect(tenant.journal.follow().next()).rejects.toMatchObject({ code: "not-found" });
  });

  test("shows an entry with what belongs to it, and the bytes of a stanza", async () => {
    const { user, login } = await provider.connectedUser("zoe");
    const friend = await mock.user();
    await provider.call("message.send", { user, to: friend.jid, content: { type: "text", text: "Opened" } });
    const opened = await mock.wait({ kind: "opened", user: friend.jid });
    const sent = await mock.journal.entry(opened.of);
    await mock.wait({ kind: "stanza", direction: "out", tag: "receipt", account: login });
    expect(await mock.messages.get(opened.messageId)).toMatchObject({
      from: login,
      to: friend.jid,
      content: { type: "text", text: "Opened" },
      events: [{ step: "sent" }, { step: "accepted" }, { step: "opened" }, { step: "delivered" }],
    });
    expect(sent.belonging.map(({ seq }) => seq)).toEqual([opened.of, opened.seq]);
    const [stanza] = sent.belonging;
    expect(sent.payload).toHaveLength(2 * (stanza?.kind === "stanza" ? stanza.size : 0));
    const { exchange, seq } = await mock.wait({ kind: "enlistment", outcome: { login } });
    const { belonging, payload } = await mock.journal.entry(seq);
    expect(belonging.map((entry) => [entry.kind, "exchange" in entry && entry.exchange])).toEqual([
      ["http", exchange],
      ["enlistment", exchange],
      ["http", exchange],
    ]);
    expect(payload).toBeUndefined();
    await provider.call("user.disconnect", { user });
  });

  test("sends files, and has the media host in its hands", async () => {
    const { user, login } = await provider.connectedUser("zack");
    const friend = await mock.user();
    const data = Buffer.alloc(1000, 5);
    await friend.send(login, { type: "document", data, mimetype: "application/pdf", fileName: "plan.pdf" });
    await mock.wait({ kind: "stanza", direction: "in", tag: "receipt", account: login });
    const [stored] = await mock.media.list();
    // A block of padding and ten bytes of the code.
    expect(stored).toMatchObject({ bytes: 1008 + 10, path: expect.stringMatching(/^\/v\/t/) });
    const put = await mock.media.put(data);
    expect(Buffer.from(await mock.media.get(put.id))).toEqual(data);
    await mock.media.remove(put.id);
    await expect(mock.media.get(put.id)).rejects.toMatchObject({ code: "not-found" });
    await provider.call("user.disconnect", { user });
  });

  test("tells in the message of a wait that timed out what came nearest", async () => {
    await mock.clock.advance(3);
    await expect(mock.wait({ kind: "clock", advancedMs: 4 }, { timeoutMs: 1 })).rejects.toThrow(
      /nearest:\n {2}entry \d+ \(clock\): \/advancedMs wanted 4, found 3/,
    );
  });

  test("can be told to wait no longer", async () => {
    const controller = new AbortController();
    const waiting = mock.wait({ kind: "event" }, { timeoutMs: 60_000, signal: controller.signal });
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ name: "AbortError" });
  });

  test("works under fake timers", async () => {
    jest.useFakeTimers();
    try {
      await mock.clock.advance(5);
      expect(await mock.wait({ kind: "clock", advancedMs: 5 })).toMatchObject({ advancedMs: 5 });
      await expect(mock.wait({ kind: "clock", advancedMs: 6 }, { timeoutMs: 20 })).rejects.toThrow("within 20 ms");
    } finally {
      jest.useRealTimers();
    }
  });
});
