import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { encodeKeySet, generateSigningKey, type SigningKey, signToken } from "../../protocol/token/sign.js";
import { systemClock } from "../../runtime/system-clock.js";
import { lawfulIdentity } from "../behaviour/identity.js";
import { lawfulPush } from "../behaviour/server.js";
import { type Settings, usualTiming } from "../settings.js";
import { type HttpServer, startHttpServer } from "./http-server.js";
import { MetaKeys } from "./meta-keys.js";

let metaServer: Server;
let key: SigningKey;
let rotated: SigningKey;
let published: SigningKey[];
let server: HttpServer;
let base: string;
const woken: string[] = [];

beforeAll(async () => {
  [key, rotated] = await Promise.all([generateSigningKey(), generateSigningKey()]);
  published = [key];
  metaServer = createServer((_request, response) => void response.end(encodeKeySet(published)));
  await new Promise<void>((resolve) => metaServer.listen(0, "127.0.0.1", resolve));
  const jwksUrl = `http://127.0.0.1:${(metaServer.address() as AddressInfo).port}/`;
  const metaKeys = new MetaKeys(settingsFor(jwksUrl), systemClock, lawfulPush);
  server = await startHttpServer({
    keySetHeaders: lawfulIdentity.keySetHeaders,
    behaviour: lawfulPush,
    clock: systemClock,
    keySet: async () => ({ keys: [] }),
    verifyPush: (token, audience) => metaKeys.verify(token, audience),
    serveFile: (_, response) => void response.end(),
    wake: async (user) => void woken.push(user),
  });
  base = server.endpoints.push.slice(0, -"/push".length);
});

afterAll(async () => {
  await server.close();
  await new Promise((resolve) => metaServer.close(resolve));
});

async function push(claims: object, signer = key, body = '{"to":"somebody"}'): Promise<number> {
  const now = Math.floor(systemClock.now() / 1000);
  const token = await signToken({
    claims: { iss: "WHATSAPP", aud: base, iat: now, exp: now + 3600, ...claims },
    key: signer,
  });
  return post(`Bearer ${token}`, body);
}

async function post(authorization: string, body = '{"to":"somebody"}'): Promise<number> {
  const response = await fetch(server.endpoints.push, { method: "POST", headers: { authorization }, body });
  expect(await response.text()).toBe("");
  return response.status;
}

describe("the push receiver", () => {
  test("wakes the user that Meta names", async () => {
    expect(await push({})).toBe(200);
    expect(woken.splice(0)).toEqual(["somebody"]);
  });

  test("takes a new key of Meta's", async () => {
    published = [key, rotated];
    expect(await push({}, rotated)).toBe(200);
    expect(woken.splice(0)).toEqual(["somebody"]);
  });

  test.each([
    ["expired", { exp: 1000 }],
    ["for somebody else", { aud: "https://other.example" }],
    ["by somebody else", { iss: "INTEGRATOR" }],
    ["without an end", { exp: undefined }],
  ])("refuses a token that is %s", async (_, claims) => {
    expect(await push(claims)).toBe(401);
    expect(woken).toEqual([]);
  });

  test("refuses forged and missing tokens", async () => {
    expect(await push({}, { ...key, privateKey: rotated.privateKey })).toBe(401);
    expect(await post("Bearer a.b.c")).toBe(401);
    expect(await post("Basic x")).toBe(401);
    expect(woken).toEqual([]);
  });

  test("refuses a body that is no push", async () => {
    expect(await push({}, key, "{}")).toBe(400);
    expect(await push({}, key, `{"to":"${"x".repeat(5000)}"}`)).toBe(413);
    expect(woken).toEqual([]);
  });
});

function settingsFor(jwksUrl: string): Settings {
  return {
    meta: { enlistUrl: "", chatUrl: "", mediaUrl: "", jwksUrl, rootKey: new Uint8Array(32) },
    integrator: { id: 900, slug: "test" },
    profile: { name: "", version: "", product: "", protocolVersion: "", wire: "", noise: "" },
    timing: usualTiming,
  };
}
