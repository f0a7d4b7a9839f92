import { afterEach, describe, expect, test } from "@jest/globals";
import { nullDriver } from "../null/null-driver.js";
import type { Driver } from "./driver.js";
import { type DriverServer, serveHttp } from "./http.js";

let server: DriverServer;

afterEach(() => server.close());

async function post(driver: Driver, body: string, method = "POST"): Promise<Response> {
  server = await serveHttp(driver, 0);
  return fetch(server.url, { method, ...(method === "POST" && { body }) });
}

describe("the driver over HTTP", () => {
  test("answers a request", async () => {
    const response = await post(nullDriver("always-error"), '{"jsonrpc":"2.0","id":7,"method":"provider.describe"}');
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(await response.json()).toMatchObject({ id: 7, error: { code: -32000, data: { code: "did-not-work" } } });
  });

  test("has nothing to say to a notification", async () => {
    expect((await post(nullDriver("always-error"), '{"jsonrpc":"2.0","method":"provider.describe"}')).status).toBe(204);
  });

  test("takes POST only", async () => {
    const response = await post(nullDriver("always-error"), "", "GET");
    expect([response.status, response.headers.get("allow")]).toEqual([405, "POST"]);
  });

  test("hangs up when the driver does", async () => {
    await expect(post(nullDriver("closing"), "{}")).rejects.toThrow();
  });
});
