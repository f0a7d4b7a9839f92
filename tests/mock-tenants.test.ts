import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type Mock, type MockTenant, startMock } from "../mock-server/index.js";
import { builtInProfile } from "../profiles/built-in.js";
import { type DrivenProvider, drivenProvider } from "./support/driven-provider.js";

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ seed: "tenants" });
});
afterAll(() => mock.close());

/** Runs `use` with a provider that knows this tenant only. */
async function withProvider(tenant: MockTenant, use: (provider: DrivenProvider) => Promise<void>): Promise<void> {
  const provider = await drivenProvider(tenant);
  try {
    await use(provider);
  } finally {
    await provider.close();
  }
}

describe("a tenant is a simulated side of its own", () => {
  test("texts go both ways in several at once, and nobody sees the others'", async () => {
    const tenants = [mock, await mock.tenant(), await mock.tenant({ id: "third" })];
    expect(tenants.map(({ id }) => id)).toEqual(["default", "t1", "third"]);
    await Promise.all(
      tenants.map((tenant) =>
        withProvider(tenant, async (provider) => {
          const { user, login } = await provider.connectedUser("ada");
          const friend = await tenant.user();
          await friend.send(login, { type: "text", text: `to ${tenant.id}` });
          expect(await provider.event(user, "message")).toMatchObject({ content: { text: `to ${tenant.id}` } });
          const content = { type: "text", text: `from ${tenant.id}` };
          const { id } = await provider.call("message.send", { user, to: friend.jid, content });
          const opened = await tenant.wait({ kind: "opened", messageId: String(id) }, { timeoutMs: 20_000 });
          expect(opened.content).toEqual(content);
          expect(await friend.messages()).toMatchObject([{ id, from: login, content }]);
        }),
      ),
    );
    for (const tenant of tenants) {
      const transcript = await tenant.journal.export();
      expect(transcript).toContain(`from ${tenant.id}`);
      for (const other of tenants) if (other !== tenant) expect(transcript).not.toContain(`from ${other.id}`);
      expect(await tenant.accounts.list()).toHaveLength(1);
      // Nothing in a trace tells that there are others.
      const opened = await tenant.journal.query({ kind: "connection", event: "opened" });
      expect(opened.entries.map(({ url }) => url)).toEqual(["/ws/chat"]);
    }
    expect(new Set(tenants.map(({ endpoints }) => endpoints.rootKey)).size).toBe(3);
    await Promise.all(tenants.slice(1).map((tenant) => tenant.close()));
  });

  test("faults, time and resets of one never touch another", async () => {
    const [one, two] = [await mock.tenant(), await mock.tenant()];
    await withProvider(one, (ones) =>
      withProvider(two, async (twos) => {
        await one.faults.arm({ fault: "enlistment-refused" });
        await expect(ones.connectedUser("ada")).rejects.toThrow("enlistment-rejected");
        const { login } = await twos.connectedUser("bob");
        const before = await two.clock.now();
        await one.clock.advance(40 * 86_400_000);
        expect((await two.clock.now()) - before).toBeLessThan(60_000);
        const waiting = two.wait({ kind: "clock" }, { timeoutMs: 50 });
        await one.reset();
        await expect(waiting).rejects.toMatchObject({ code: "wait-timed-out" });
        await one.close();
        expect(await two.accounts.get(login)).toMatchObject({ login, connected: true });
        expect((await fetch(one.endpoints.jwksUrl)).status).toBe(404);
        expect((await fetch(two.endpoints.jwksUrl)).status).toBe(200);
      }),
    );
    await two.close();
  });

  test("the same id gives the same keys in every run, and another profile when asked for", async () => {
    const again = await startMock({ seed: "tenants" });
    const [one, same] = [await mock.tenant({ id: "same" }), await again.tenant({ id: "same" })];
    expect(same.endpoints.rootKey).toBe(one.endpoints.rootKey);
    const other = await mock.tenant({ profile: { name: "ours", extends: "whatsapp", channel: { path: "/chat" } } });
    expect(other.endpoints.chatUrl).toMatch(/\/t\/t\d+\/chat$/);
    const whole = await mock.tenant({ profile: { ...builtInProfile("whatsapp").profile } });
    expect(whole.endpoints.chatUrl).toMatch(/\/ws\/chat$/);
    await again.close();
  });

  test("what cannot be had is refused with its code", async () => {
    await mock.tenant({ id: "taken" });
    await expect(mock.tenant({ id: "taken" })).rejects.toMatchObject({ code: "tenant-exists", status: 422 });
    await expect(mock.tenant({ id: "Not/One" })).rejects.toMatchObject({ code: "bad-request" });
    await expect(mock.tenant({ profile: "/etc/passwd" })).rejects.toMatchObject({ code: "profile-not-found" });
    await expect(
      mock.tenant({ profile: { name: "x", extends: "whatsapp", channel: { path: 7 } } }),
    ).rejects.toMatchObject({
      code: "profile-bad-value",
    });
  });
});
