import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { request } from "node:https";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { systemRandom } from "../runtime/random.js";
import { systemClock } from "../runtime/system-clock.js";
import { createReferenceProvider, type ReferenceProvider } from "./index.js";

let provider: ReferenceProvider;

beforeEach(() => {
  provider = createReferenceProvider({ clock: systemClock, random: systemRandom });
});

afterEach(() => provider.close());

const meta = {
  enlistUrl: "http://127.0.0.1:9/3p/interop_reg",
  chatUrl: "ws://127.0.0.1:9/ws/chat",
  mediaUrl: "http://127.0.0.1:9",
  jwksUrl: "http://127.0.0.1:9/.well-known/jwks",
  rootKey: "07".repeat(32),
};
const profile = {
  name: "whatsapp",
  version: "1.0.3",
  product: "whatsapp",
  protocolVersion: "1",
  wire: "binary",
  noise: "xx",
};
const configuration = { meta, integrator: { id: 900, slug: "conformance" }, profile };

async function call(method: string, params?: unknown): Promise<object> {
  const response = await provider.handle({ jsonrpc: "2.0", id: 1, method, params });
  return response === undefined ? {} : "result" in response ? response.result : { failed: response.error };
}

async function configured(): Promise<string> {
  await call("provider.configure", configuration);
  const created = await call("user.create", {});
  return "user" in created ? String(created.user) : "";
}

describe("the driver", () => {
  test("describes itself before anything else", async () => {
    expect(await call("provider.describe")).toMatchObject({ protocol: 1, name: "reference-provider" });
  });

  test.each(["group.create", "toString", ""])("does not offer %j", async (method) => {
    expect(await call(method, {})).toMatchObject({ failed: { code: -32601 } });
  });

  test.each([
    ["provider.configure", { ...configuration, meta: { ...meta, rootKey: "07" } }, "params.meta.rootKey"],
    ["provider.configure", { ...configuration, extra: 1 }, "params.extra"],
    [
      "provider.configure",
      { ...configuration, timing: { keepAliveMs: 1.5, replyMs: 1, reconnectMs: 1 } },
      "keepAliveMs",
    ],
    ["user.connect", {}, "params.user"],
    ["user.connect", [], "params"],
    ["message.send", { user: "u", to: "nobody", content: { type: "text", text: "x" } }, "params.to"],
    ["message.send", { user: "u", to: "1@s.whatsapp.net", content: { type: "image", data: "" } }, "params.content"],
    ["events.take", { user: "u", timeoutMs: -1 }, "params.timeoutMs"],
    ["message.react", { user: "u", to: "1@s.whatsapp.net", target: { id: "A" }, emoji: "" }, "params.target.from"],
  ])("refuses bad parameters of %s and says where", async (method, params, place) => {
    await configured();
    await call("user.create", { user: "u" });
    expect(await call(method, params)).toMatchObject({
      failed: { code: -32602, message: expect.stringContaining(place) },
    });
  });

  test.each([
    ["user.enlist", { user: "nobody" }, "unknown-user"],
    ["user.create", { user: "twice" }, "user-exists"],
    ["user.connect", { user: "twice" }, "not-enlisted"],
    ["message.send", { user: "twice", to: "1@s.whatsapp.net", content: { type: "text", text: "x" } }, "not-enlisted"],
    ["user.enlist", { user: "twice" }, "http-failed"],
    ["user.delete", { user: "twice" }, "not-enlisted"],
    ["message.read", { user: "twice", from: "1@s.whatsapp.net", ids: ["A"] }, "not-enlisted"],
    ["state.import", { user: "twice", state: "e30=" }, "state-unreadable"],
    ["provider.configure", { ...configuration, profile: { ...profile, noise: "off" } }, "unsupported-profile"],
  ])("%s fails with a code of its own", async (method, params, code) => {
    await configured();
    await call("user.create", { user: "twice" });
    expect(await call(method, params)).toMatchObject({ failed: { code: -32000, data: { code } } });
  });

  test("wants to be configured", async () => {
    expect(await call("user.create", {})).toMatchObject({ failed: { data: { code: "not-configured" } } });
  });

  test("serves the addresses that it gives", async () => {
    const result = await call("provider.configure", configuration);
    const { endpoints, tlsCa } = result as { endpoints: Record<"jwks" | "media" | "push", string>; tlsCa: string };
    const ask = async (url: string, method = "GET", body = ""): Promise<{ status: number; text: string }> => {
      const [answer] = (await once(request(url, { method, ca: tlsCa }).end(body), "response")) as [IncomingMessage];
      return { status: answer.statusCode ?? 0, text: (await answer.toArray()).map(String).join("") };
    };
    const key = { kty: "RSA", alg: "RS256", use: "sig" };
    expect(JSON.parse((await ask(endpoints.jwks)).text)).toMatchObject({ keys: [key] });
    await call("token.rotate");
    expect(JSON.parse((await ask(endpoints.jwks)).text)).toMatchObject({ keys: [key, key] });
    expect(await ask(endpoints.push, "POST", "{}")).toEqual({ status: 401, text: "" });
    expect((await ask(endpoints.media)).status).toBe(404);
  });

  test("exports a user and takes it back", async () => {
    const user = await configured();
    const { state } = (await call("state.export", { user })) as { state: string };
    await call("user.create", { user: "copy" });
    expect(await call("state.import", { user: "copy", state })).toEqual({});
    const copy = (await call("state.export", { user: "copy" })) as { state: string };
    expect(copy.state).toBe(state);
  });

  test("forgets users on reset", async () => {
    const user = await configured();
    expect(await call("events.take", { user, timeoutMs: 0 })).toEqual({ events: [] });
    await call("provider.reset");
    expect(await call("events.take", { user, timeoutMs: 0 })).toMatchObject({
      failed: { data: { code: "unknown-user" } },
    });
  });

  test("keeps to JSON-RPC", async () => {
    expect(JSON.parse((await provider.answer("{")) ?? "")).toMatchObject({ id: null, error: { code: -32700 } });
    expect(JSON.parse((await provider.answer("[]")) ?? "")).toMatchObject({ id: null, error: { code: -32600 } });
    expect(await provider.answer('{"jsonrpc":"2.0","method":"provider.describe"}')).toBeUndefined();
    expect(JSON.parse((await provider.answer('{"jsonrpc":"2.0","id":"x","method":"provider.reset"}')) ?? "")).toEqual({
      jsonrpc: "2.0",
      id: "x",
      result: {},
    });
  });
});
